/** Why something about an account was not done. */
export type AccountRefusal =
  | 'login-failed'
  | 'login-expired'
  | 'proof-refused'
  | 'second-factor-missing'
  | 'step-up-needed'
  | 'link-unknown'
  | 'password-weak'
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
  constructor(readonly code: AccountRefusal) {}
}
export type Answer<Value> = Value | Refused;

export const refuse = (code: AccountRefusal): Refused => new Refused(code);
