import { randomBytes } from 'node:crypto';
import type { AccountContext } from '../parts';
import { hashOf } from '../secrets';

const HOW_MANY = 10;
const CODE = /^[0-9a-f]{4}(-[0-9a-f]{4}){6}$/;
const BYTES = 14;

/** 112 random bits each: a plain digest at rest gives no clue to them (ASVS 5.0, 6.5.2). */
const newCode = (): string =>
  randomBytes(BYTES)
    .toString('hex')
    .replaceAll(/(.{4})(?=.)/g, '$1-');

/** Ten new codes in place of all earlier ones; they are told once. */
export async function newRecoveryCodes(context: AccountContext, account: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await context.stores.credentials.putRecoveryCodes(account, codes.map(hashOf));
  return codes;
}

/** Uses up a code. */
export async function proveByRecoveryCode(
  context: AccountContext,
  account: string,
  given: string,
): Promise<boolean> {
  const code = given.trim().toLowerCase();
  return CODE.test(code) && (await context.stores.credentials.takeRecoveryCode(account, hashOf(code)));
}
