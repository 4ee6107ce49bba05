import { generateSecret, generateURI, verifySync } from 'otplib';
import { openTotp, sealTotp } from '../details';
import type { AccountContext } from '../parts';
import type { StoredAccount } from '../ports/account-store.port';
import { RELYING_PARTY } from '../settings';

/** A code holds for its own 30 s alone (ASVS 6.5.5): phones have the right time, and the next code is never far. */
const TOLERANCE_S = 0;
const CODE = /^\d{6}$/;

/** The time step a code belongs to; undefined when it is not of this secret and time. */
function stepOf(secret: string, code: string, now: Date): number | undefined {
  if (!CODE.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE_S });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** A new secret, to be confirmed by a code of it. `uri` is what authenticators read from a picture. */
export async function draftTotp(
  context: AccountContext,
  account: StoredAccount,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const secret = generateSecret();
  await context.stores.credentials.draftTotp(account.id, sealTotp(context.keyring, account, secret));
  // The label is no address: authenticators show it to whoever looks.
  return { secret, uri: generateURI({ issuer: RELYING_PARTY, label: RELYING_PARTY, secret }) };
}

export async function confirmTotp(
  context: AccountContext,
  account: StoredAccount,
  code: string,
): Promise<boolean> {
  const draft = await context.stores.credentials.draftOf(account.id);
  if (draft === undefined) return false;
  const step = stepOf(openTotp(context.keyring, account, draft), code, context.clock.now());
  return step !== undefined && (await context.stores.credentials.confirmTotp(account.id, step));
}

/** Whether the code is right and was not used before. */
export async function proveByTotp(
  context: AccountContext,
  account: StoredAccount,
  sealed: Buffer,
  code: string,
): Promise<boolean> {
  const step = stepOf(openTotp(context.keyring, account, sealed), code, context.clock.now());
  return step !== undefined && (await context.stores.credentials.takeTotpStep(account.id, step));
}
