import type { Principal } from '@lotse/policy';
import type { Response } from 'express';

/** Beside the response, not in its untyped locals: who asked is known by type everywhere. */
const principals = new WeakMap<Response, Principal>();

/** Says whose request this is; `requirePrincipal` does so before the body is read. */
export function admit(response: Response, principal: Principal): void {
  principals.set(response, principal);
}

/** Who asked. @throws Error on a route that does not stand behind `requirePrincipal`, or is listed as open */
export function principalOf(response: Response): Principal {
  const principal = principals.get(response);
  if (principal === undefined) throw new Error('This route does not stand behind requirePrincipal');
  return principal;
}
