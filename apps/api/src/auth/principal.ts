import type { Identity } from '@lotse/accounts';
import type { Principal } from '@lotse/policy';
import type { Response } from 'express';

/** Beside the response, not in its untyped locals: who asked is known by type everywhere. */
const principals = new WeakMap<Response, Principal>();
const identities = new WeakMap<Response, Identity>();

/** Says whose request this is; `requirePrincipal` does so before the body is read. */
export function admit(response: Response, principal: Principal): void {
  principals.set(response, principal);
}

/** Says by which session, token or link they came. */
export function admitBy(response: Response, identity: Identity): void {
  identities.set(response, identity);
  admit(response, identity.principal);
}

/** Who asked. @throws Error on a route that does not stand behind `requirePrincipal`, or is open to everybody */
export function principalOf(response: Response): Principal {
  const principal = principals.get(response);
  if (principal === undefined) throw new Error('This route does not stand behind requirePrincipal');
  return principal;
}

/** Who asked, where anybody was let in. */
export const knownPrincipal = (response: Response): Principal | undefined => principals.get(response);

/** The session or link that was shown; undefined where nobody was asked for one. */
export const identityOf = (response: Response): Identity | undefined => identities.get(response);
