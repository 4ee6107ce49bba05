import { EVERYTHING, type Grant, type Principal, type RowScope } from './principal';

/** Roles whose relation is the programme: they reach all of it, or of every one where the grant names none. */
export const OF_PROGRAMME: readonly string[] = [
  'administrator',
  'coordinator',
  'data-protection-lead',
  'auditor',
  'funder',
  'assessor',
];

const present = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** What a grant reaches: a link its one journey, the office its programme, a party what is its own. */
function reach({ role, programme, organisation, person, reference, journey }: Grant) {
  if (journey !== undefined) return { journey };
  if (OF_PROGRAMME.includes(role)) return { programme };
  if (role === 'candidate') return { person };
  if (role === 'mentor') return { reference };
  // Which journeys come to a municipality is for the policy to say; rows carry no column of it.
  if (role === 'municipality') return { organisation, programme };
  return { organisation };
}

/**
 * The rows that a principal reaches at all: what row-level security checks. Wider than what may be done with them, never
 * narrower.
 */
export function rowScopeOf(principal: Principal): RowScope {
  const { id, grants: held, emergency } = principal;
  const unlimited = held.some(
    ({ role, programme, journey }) =>
      OF_PROGRAMME.includes(role) && programme === undefined && journey === undefined,
  );
  if (unlimited) return EVERYTHING;
  const reached = held.map(reach);
  return {
    all: false,
    account: id,
    programmes: present(reached.map((one) => one.programme)),
    organisations: present(reached.map((one) => one.organisation)),
    persons: present(reached.map((one) => one.person)),
    references: present(reached.map((one) => one.reference)),
    journeys: present([...reached.map((one) => one.journey), emergency?.journey]),
  };
}
