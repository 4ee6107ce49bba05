import { clamdOf } from '@lotse/clamd';
import { fileStoreOf } from '@lotse/file-store';
import { createFiles, type Files } from '@lotse/files';
import { createFileStore } from '@lotse/persistence';
import { createKeyring, type WorkerConfig } from '@lotse/platform';
import type { DataSource } from 'typeorm';

/** Files in the store and with the scanner that the configuration names. */
export function makeFiles(config: WorkerConfig, dataSource: DataSource): Files {
  const scanner = clamdOf(config.CLAMD_ADDRESS);
  return createFiles({
    rows: createFileStore(dataSource),
    store: fileStoreOf(config.LOTSE_HOME, config),
    keyring: createKeyring(config.LOTSE_MASTER_KEY),
    clock: { now: () => new Date() },
    openUnscanned: config.LOTSE_OPEN_UNSCANNED_FILES,
    ...(scanner === undefined ? {} : { scanner }),
  });
}
