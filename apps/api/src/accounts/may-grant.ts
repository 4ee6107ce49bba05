import { grantOf } from '@lotse/accounts';
import type { Grant, Principal } from '@lotse/policy';
import { Problem } from '../problems/problem';

/** Whoever administers everything may grant everything; whoever administers programmes, only what is held in one of them. */
function mayGrant({ grants }: Principal, given: Grant): boolean {
  const administered = grants
    .filter(({ role }) => role === 'administrator')
    .map(({ programme }) => programme);
  return (
    administered.includes(undefined) ||
    (given.programme !== undefined && administered.includes(given.programme))
  );
}

/** The grant that a body holds, if its sender may give it. @throws Problem `grant-invalid` */
export function grantFrom(body: unknown, principal: Principal): Grant {
  const grant = grantOf(body);
  if (grant !== undefined && mayGrant(principal, grant)) return grant;
  throw new Problem('grant-invalid', {
    detail:
      'Give role and what it is held for: organisation, person or reference; programme, from and to as needed; and only what you administer yourself.',
  });
}

/** Whether somebody keeps an account that holds these: all of them theirs to give. One that holds nothing is everybody's who keeps all. */
export const keeps = (principal: Principal, grants: readonly Grant[]): boolean =>
  grants.length === 0
    ? principal.grants.some(({ role, programme }) => role === 'administrator' && programme === undefined)
    : grants.every((grant) => mayGrant(principal, grant));

const unknown = (): Problem =>
  new Problem('account-unknown', { detail: 'There is no account of that id for which this can be done.' });

/** @throws Problem when the account holds something that its sender may not give */
export function mustAdminister(principal: Principal, grants: readonly Grant[]): void {
  if (!grants.every((grant) => mayGrant(principal, grant))) throw unknown();
}

/** @throws Problem the same words for an account that is not there and one that somebody else keeps */
export function mustKeep(principal: Principal, grants: readonly Grant[]): void {
  if (!keeps(principal, grants)) throw unknown();
}
