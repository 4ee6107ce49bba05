import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf, type Accounts } from '@lotse/accounts';
import { writeAtomically } from '@lotse/platform';

const FILE = 'administrator.link';

/**
 * Leaves the link by which the first administrator comes in in the data folder, readable by the owner alone; at every start a new
 * one, and none once there is an administrator.
 */
export async function leaveAdministratorLink(
  accounts: Accounts,
  { home, site }: { readonly home: string; readonly site: string },
): Promise<void> {
  const path = join(home, FILE);
  const secret = await accounts.firstAdministratorLink();
  if (secret === undefined) rmSync(path, { force: true });
  else {
    // With a token from the environment nothing else has made the folder.
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeAtomically(path, `${pageOf(site, 'invitation', secret)}\n`);
  }
}
