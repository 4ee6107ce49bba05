import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from '@lotse/policy';

const askers = new AsyncLocalStorage<Principal>();

/** Runs `work`, and all that it awaits, for a principal whose grants are in force. */
export const runAs = <T>(principal: Principal, work: () => T): T => askers.run(principal, work);

/** Who asks. @throws Error outside a request: nothing of the API is done for nobody */
export function asker(): Principal {
  const principal = askers.getStore();
  if (principal === undefined) throw new Error('Nobody asks: this runs outside a request');
  return principal;
}
