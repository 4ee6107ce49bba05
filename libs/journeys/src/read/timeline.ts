import type { Fact } from '@lotse/domain';
import { openFact } from '../secrets/sealed-fact';
import type { Reader } from './view-journey';

/** A fact with its text, and the version of the fact that has taken its place, if any. */
export interface TimelineEntry extends Fact {
  readonly supersededBy?: number;
}

/** Every fact of a journey by version, superseded ones too; null when there is no such journey. */
export async function timeline({ journeys, keyring }: Reader, id: string): Promise<TimelineEntry[] | null> {
  const facts = await journeys.facts(id);
  if (facts.length === 0) return null;
  const superseding = new Map(
    facts.flatMap(({ fact: { correction, version } }) =>
      correction === undefined ? [] : [[correction.supersedes, version] as const],
    ),
  );
  return facts.map((stored) => {
    const fact = openFact(keyring, stored);
    const supersededBy = superseding.get(fact.version);
    return supersededBy === undefined ? fact : { ...fact, supersededBy };
  });
}
