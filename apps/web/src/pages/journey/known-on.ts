import type { Fact } from '../../api/types';

/**
 * Facts as they were known at the end of a day: those recorded later are not there, and what they superseded stands again. An empty
 * day: as known now.
 */
export function knownOn(facts: readonly Fact[], day: string): readonly Fact[] {
  if (day === '') return facts;
  const known = facts.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= day);
  const versions = new Set(known.map(({ version }) => version));
  return known.map(({ supersededBy, ...fact }) =>
    supersededBy === undefined || !versions.has(supersededBy)
      ? { ...fact, struck: false }
      : { ...fact, supersededBy },
  );
}
