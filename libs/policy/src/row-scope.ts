import type { Action } from './actions';
import { EVERYTHING, type Grant, type Principal, type RowScope } from './principal';
import { POLICY } from './table/policy-table';

/** Roles whose relation is the programme: they reach all of it, or of every one where the grant names none. */
const OF_PROGRAMME: readonly string[] = [
  'administrator',
  'coordinator',
  'data-protection-lead',
  'auditor',
  'funder',
  'assessor',
];

const able = ({ role, duties }: Grant, action: Action): boolean =>
  POLICY.some(
    (row) =>
      row.role === role &&
      row.may.includes(action) &&
      (row.duty === undefined || duties?.includes(row.duty) === true),
  );

const present = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** What a grant reaches: a link its one journey, the office its programme, a party what is its own. */
function reach({ role, programme, organisation, person, reference, journey }: Grant) {
  if (journey !== undefined) return { journey };
  if (OF_PROGRAMME.includes(role)) return { programme };
  if (role === 'candidate') return { person };
  if (role === 'mentor') return { reference };
  return { organisation };
}

/**
 * The rows that a principal reaches: what row-level security checks, and, for one action, what its lists and counts are cut to.
 * A role that may not take the action adds nothing.
 */
export function rowScopeOf(principal: Principal, action?: Action): RowScope {
  const { id, grants, emergency } = principal;
  const held = action === undefined ? grants : grants.filter((grant) => able(grant, action));
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
