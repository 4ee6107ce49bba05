import type { Fact } from '../../api/types';

/**
 * The version of the fact that an address asks for: the newest of these kinds that still stands. @param wanted kinds with commas
 * between, such as `sign-commitment,waive-commitment`; absent: none is meant
 */
export function factMeant(
  facts: readonly Pick<Fact, 'kind' | 'version' | 'supersededBy'>[],
  wanted: string | undefined,
): number | undefined {
  const kinds = (wanted ?? '').split(',');
  const standing = facts.filter(
    ({ kind, supersededBy }) => supersededBy === undefined && kinds.includes(kind),
  );
  return standing.toSorted((one, other) => other.version - one.version)[0]?.version;
}
