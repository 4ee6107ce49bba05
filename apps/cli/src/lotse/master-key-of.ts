import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createMasterKey, KeyError, readMasterKey, type MasterKey } from '@lotse/platform';
import { isSealed, type Database } from './database';
import type { Settings } from './settings';

export const masterKeyFile = (home: string): string => join(home, 'master.key');

/**
 * The configured key, else the one kept in the data folder, which is made while there is nothing it would have to open.
 * @throws KeyError `key-missing` when the key of a database that holds sealed data is gone
 */
export async function masterKeyOf({ config, home }: Settings, database: Database): Promise<MasterKey> {
  if (config.LOTSE_MASTER_KEY !== undefined) return config.LOTSE_MASTER_KEY;
  const file = masterKeyFile(home);
  try {
    return await readMasterKey(file);
  } catch (error) {
    if (!(error instanceof KeyError) || error.code !== 'key-missing') throw error;
    if (await isSealed(database)) throw lost(file);
  }
  await mkdir(home, { recursive: true, mode: 0o700 });
  try {
    return await createMasterKey(file);
  } catch (error) {
    // Another call made it in the meantime.
    if (error instanceof KeyError && error.code === 'key-exists') return readMasterKey(file);
    throw error;
  }
}

function lost(file: string): KeyError {
  const remedy = 'Put the file back from where you keep its copy, or give the key as LOTSE_MASTER_KEY.';
  const message = `The database holds sealed data and its master key ${file} is gone. ${remedy}`;
  return new KeyError('key-missing', message);
}
