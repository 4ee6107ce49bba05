import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createExclusively, readIfPresent } from '@lotse/platform';
import type { ApiTokenStore } from '@lotse/persistence';
import { tokenHash } from './token-hash';

/** The first administrator, as `submittedBy` of what comes through the API (domain.md, import format). */
const ADMINISTRATOR = 'administrator';

const FILE = 'administrator.token';
const SHORTEST = 32;

/**
 * The administrator's token as kept in the data folder, made at the first start: 32 random bytes, readable by the owner alone.
 * Processes that start at once end up with the same one.
 * @throws Error when the file is there but holds no token
 */
function tokenOfHome(home: string): string {
  const path = join(home, FILE);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  createExclusively(path, `${randomBytes(32).toString('base64url')}\n`);
  const token = readIfPresent(path)?.trim() ?? '';
  if (token.length < SHORTEST)
    throw new Error(
      `The file ${FILE} in LOTSE_HOME holds no token: remove it, and the next start makes a new one.`,
    );
  return token;
}

/** Lets the given token in, or else that of the data folder. An earlier one is then no longer known. */
export async function admitAdministrator(
  tokens: ApiTokenStore,
  { given, home, now }: { readonly given: string | undefined; readonly home: string; readonly now: Date },
): Promise<void> {
  await tokens.put(ADMINISTRATOR, tokenHash(given ?? tokenOfHome(home)), now);
}
