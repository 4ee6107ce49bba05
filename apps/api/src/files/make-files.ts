import { clamdOf } from '@lotse/clamd';
import { createFiles, type Files, type FileStore } from '@lotse/files';
import type { ClockPort } from '@lotse/journeys';
import { createFileStore } from '@lotse/persistence';
import type { ApiConfig, Keyring } from '@lotse/platform';
import type { DataSource } from 'typeorm';

interface Parts {
  readonly dataSource: DataSource;
  readonly contents: FileStore;
  readonly keyring: Keyring;
  readonly clock: ClockPort;
}

/** Files with the scanner that the configuration names. */
export function makeFiles(config: ApiConfig, { dataSource, contents, keyring, clock }: Parts): Files {
  const scanner = clamdOf(config.CLAMD_ADDRESS);
  return createFiles({
    rows: createFileStore(dataSource),
    store: contents,
    keyring,
    clock,
    openUnscanned: config.LOTSE_OPEN_UNSCANNED_FILES,
    ...(scanner === undefined ? {} : { scanner }),
  });
}
