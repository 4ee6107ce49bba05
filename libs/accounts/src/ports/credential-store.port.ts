import type { Instant } from '@lotse/domain';

export interface Passkey {
  /** Credential id, base64url. */
  readonly id: string;
  readonly account: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: Instant;
}

/** What an account proves itself with. */
export interface Credentials {
  readonly passwordHash?: string;
  /** Sealed secret of a code generator. */
  readonly totp?: Buffer;
  readonly passkeys: readonly Passkey[];
  /** Recovery codes that were not used yet. */
  readonly recoveryCodes: number;
}

export interface CredentialStore {
  of(account: string): Promise<Credentials>;
  setPassword(account: string, hash: string): Promise<void>;
  /** A new secret, not confirmed yet; it replaces an earlier one only when it is confirmed. */
  draftTotp(account: string, sealed: Buffer): Promise<void>;
  draftOf(account: string): Promise<Buffer | undefined>;
  /** The draft counts from now on, and its step is used up. False when there is none. */
  confirmTotp(account: string, step: number): Promise<boolean>;
  /** Uses up the code of a time step. False when that step, or a later one, was used before. */
  takeTotpStep(account: string, step: number): Promise<boolean>;
  removeTotp(account: string): Promise<void>;
  /** In place of all earlier ones. */
  putRecoveryCodes(account: string, hashes: readonly string[]): Promise<void>;
  /** Uses up one code. False when it is none, or was used. */
  takeRecoveryCode(account: string, hash: string): Promise<boolean>;
  /** False when the credential is known already. */
  addPasskey(passkey: Passkey): Promise<boolean>;
  findPasskey(id: string): Promise<Passkey | undefined>;
  /** False when the counter did not grow, as with a copied authenticator. */
  usePasskey(id: string, counter: number): Promise<boolean>;
  removePasskey(account: string, id: string): Promise<boolean>;
}
