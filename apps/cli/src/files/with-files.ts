import { clamdOf } from '@lotse/clamd';
import { fileStoreOf } from '@lotse/file-store';
import { createFiles, type Files } from '@lotse/files';
import { createFileStore } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { openDatabase } from '../lotse/database';
import { onDatabase } from '../lotse/on-database';
import type { Lotse } from '../lotse/open-lotse';
import type { HomeOption } from '../lotse/settings';
import { opensUnscanned } from '../lotse/unscanned';

/** Files of the data folder or bucket, with the scanner that is named, over the database alone. */
export const withFiles = <T>(
  options: HomeOption,
  work: (files: Files, lotse: Lotse) => Promise<T>,
): Promise<T> =>
  onDatabase(options, async (lotse) => {
    const { settings, services, masterKey } = lotse;
    const database = await openDatabase(services.databaseUrl);
    try {
      const scanner = clamdOf(settings.config.CLAMD_ADDRESS);
      const files = createFiles({
        rows: createFileStore(database),
        store: fileStoreOf(settings.home, settings.config),
        keyring: createKeyring(masterKey),
        clock: { now: () => new Date() },
        openUnscanned: opensUnscanned(settings),
        ...(scanner === undefined ? {} : { scanner }),
      });
      return await work(files, lotse);
    } finally {
      await database.destroy();
    }
  });

/** What the shell does with files is on record as what is done over HTTP. */
export const onRecord = (
  { audit }: Lotse,
  action: 'file.upload' | 'file.read',
  about: { readonly file?: string; readonly journey?: string; readonly programme: string },
): Promise<void> =>
  audit.append({
    at: new Date().toISOString(),
    who: 'administrator',
    entrance: 'shell',
    action,
    outcome: 'done',
    programme: about.programme,
    subjects: [
      ...(about.journey === undefined ? [] : [`journey/${about.journey}`]),
      ...(about.file === undefined ? [] : [`file/${about.file}`]),
    ],
  });
