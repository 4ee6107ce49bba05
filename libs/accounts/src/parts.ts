import type { Role } from '@lotse/domain';
import type { AccountClock, AccountKeyring, AccountStores } from './ports/account-ports';
import { LASTING, SECOND_FACTOR_ROLES } from './settings';

/** What the account service is composed of. */
export interface AccountParts {
  readonly stores: AccountStores;
  readonly keyring: AccountKeyring;
  readonly clock: AccountClock;
  /** Roles whose holders need a second factor. */
  readonly secondFactorRoles?: readonly Role[];
}

/** The parts with what all of the service asks of them. */
export interface AccountContext extends AccountParts {
  readonly secondFactorRoles: readonly Role[];
  now(): string;
  /** The instant after this many milliseconds. */
  after(ms: number): string;
}

export const contextOf = (parts: AccountParts): AccountContext => ({
  secondFactorRoles: SECOND_FACTOR_ROLES,
  ...parts,
  now: () => parts.clock.now().toISOString(),
  after: (ms) => new Date(parts.clock.now().getTime() + ms).toISOString(),
});

/** Until when a proof counts that was given now. */
export const provedUntil = (context: AccountContext): string => context.after(LASTING.proof);
