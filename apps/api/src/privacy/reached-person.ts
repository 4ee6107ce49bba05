import { currentScope, runWithScope } from '@lotse/persistence';
import { reachOf, type Action, type Principal, type RowScope } from '@lotse/policy';
import type { Privacy } from '@lotse/privacy';
import { Problem } from '../problems/problem';

const NOTHING: RowScope = {
  all: false,
  account: '',
  programmes: [],
  organisations: [],
  persons: [],
  references: [],
  journeys: [],
};

/**
 * The rows that a principal reaches for one action; what other roles reach counts for their own actions alone. Never more than
 * the rows of the request: row-level security stands behind the policy here too.
 */
function scopeFor(principal: Principal, action: Action): RowScope {
  const reach = reachOf(principal, action);
  if (reach === undefined) return currentScope() ?? NOTHING;
  const { programmes, organisations, persons, references, journeys } = reach;
  return { all: false, account: principal.id, programmes, organisations, persons, references, journeys };
}

export const reachesPerson = (
  privacy: Pick<Privacy, 'reaches'>,
  principal: Principal,
  action: Action,
  person: string,
): Promise<boolean> => runWithScope(scopeFor(principal, action), () => privacy.reaches(person));

/** @throws Problem the same words for a person whom there is not and one who is not reached */
export async function mustReachPerson(
  privacy: Pick<Privacy, 'reaches'>,
  principal: Principal,
  action: Action,
  person: string,
): Promise<void> {
  if (await reachesPerson(privacy, principal, action, person)) return;
  throw new Problem('person-unknown', { detail: `There is no person ${person}: check the id.` });
}

/** Whether an action of theirs is about all programmes. */
export const reachesAll = (principal: Principal, action: Action): boolean =>
  reachOf(principal, action) === undefined && currentScope()?.all === true;

/** What is about all programmes is for those who hold all of them. @throws Problem */
export function mustReachAll(principal: Principal, action: Action): void {
  if (reachesAll(principal, action)) return;
  throw new Problem('not-allowed', {
    detail: 'This is about every programme, and you hold only some: ask somebody who holds all of them.',
  });
}
