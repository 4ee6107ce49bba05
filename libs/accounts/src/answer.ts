/** Why something about an account was not done. */
export type AccountRefusal =
  | 'login-failed'
  | 'login-expired'
  | 'proof-refused'
  | 'second-factor-missing'
  | 'step-up-needed'
  | 'link-unknown'
  | 'password-weak'
  | 'password-common'
  | 'address-invalid'
  | 'address-taken'
  | 'account-unknown'
  | 'credential-unknown'
  | 'last-second-factor'
  | 'grant-invalid'
  | 'provider-missing'
  | 'provider-unavailable'
  | 'provider-refused'
  | 'provider-no-access';

/** An expected outcome: it was not done, and nothing changed. */
export class Refused {
  /** @param about the account that it was tried on, for the audit alone: no answer tells it */
  constructor(
    readonly code: AccountRefusal,
    readonly about?: string,
  ) {}
}
export type Answer<Value> = Value | Refused;

export const refuse = (code: AccountRefusal, about?: string): Refused => new Refused(code, about);
