import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createMasterKey, KeyError, readMasterKey, type MasterKey } from '@lotse/platform';
import type { Settings } from './settings';

export const masterKeyFile = (home: string): string => join(home, 'master.key');

/** The configured key, else the one kept in the data folder, which is made at the first start. */
export async function masterKeyOf({ config, home }: Settings): Promise<MasterKey> {
  if (config.LOTSE_MASTER_KEY !== undefined) return config.LOTSE_MASTER_KEY;
  const file = masterKeyFile(home);
  try {
    return await readMasterKey(file);
  } catch (error) {
    if (!(error instanceof KeyError) || error.code !== 'key-missing') throw error;
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
