import { effectiveFacts } from '../evolve/evolve';
import type { Instant } from '../day';
import type { Fact } from '../fact';
import type { CountedFact } from './conditions';
import type { Traits } from './indicator';
import type { Subject } from './unit-changes';

/** A fact as figures look at it, with what it supersedes. */
export type KnownFact = CountedFact & Pick<Fact, 'correction'>;

const inOrder = (a: KnownFact, b: KnownFact): number => {
  if (a.happenedOn !== b.happenedOn) return a.happenedOn < b.happenedOn ? -1 : 1;
  if (a.seq !== b.seq) return a.seq - b.seq;
  return a.journey < b.journey ? -1 : 1;
};

/**
 * What was known of a person at an instant: facts recorded by then, without those superseded by then and without journeys known to
 * be void (domain.md §4.1, F of D and K).
 * @param journeys all facts of each of the person's journeys in the programme
 */
export function subjectKnownAt(
  person: string,
  journeys: Iterable<readonly KnownFact[]>,
  knownAt: Instant,
  traits: Traits,
): Subject {
  const facts = [...journeys].flatMap((all) => {
    const known = all.filter(({ recordedAt }) => recordedAt <= knownAt);
    return known.some(({ kind }) => kind === 'void') ? [] : effectiveFacts(known);
  });
  return { person, facts: facts.sort(inOrder), traits };
}
