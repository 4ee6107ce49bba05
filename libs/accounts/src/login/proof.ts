import type { JsonObject } from '@lotse/domain';
import type { AccountContext } from '../parts';
import type { StoredAccount } from '../ports/account-store.port';
import type { Credentials } from '../ports/credential-store.port';
import { proveByRecoveryCode } from './recovery-codes';
import { provedByPasskey, type Site } from './passkeys';
import { proveByTotp } from './totp';

/** A second factor as it is given: one of these. */
export interface SecondFactor {
  readonly totp?: string;
  readonly recoveryCode?: string;
  readonly passkey?: JsonObject;
}
export type SecondFactorKind = 'totp' | 'passkey' | 'recovery-code';

export function kindsOf({ totp, passkeys, recoveryCodes }: Credentials): SecondFactorKind[] {
  const first: SecondFactorKind[] = [
    ...(totp === undefined ? [] : ['totp' as const]),
    ...(passkeys.length === 0 ? [] : ['passkey' as const]),
  ];
  return first.length > 0 && recoveryCodes > 0 ? [...first, 'recovery-code'] : first;
}

/** Whether this proves the account, and was not used before. @param challenge what a passkey had to sign */
export async function isProof(
  context: AccountContext,
  account: StoredAccount,
  given: SecondFactor,
  { site, challenge }: { readonly site: Site; readonly challenge: string | undefined },
): Promise<boolean> {
  const { totp, recoveryCode, passkey } = given;
  if (totp !== undefined) {
    const { totp: sealed } = await context.stores.credentials.of(account.id);
    return sealed !== undefined && proveByTotp(context, account, sealed, totp);
  }
  if (recoveryCode !== undefined) return proveByRecoveryCode(context, account.id, recoveryCode);
  if (passkey === undefined || challenge === undefined) return false;
  return (await provedByPasskey(context, { site, challenge, given: passkey })) === account.id;
}
