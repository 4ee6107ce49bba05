import { createErasureFile } from '@lotse/erasure-file';
import { fileStoreOf } from '@lotse/file-store';
import { createFiles } from '@lotse/files';
import { createFileStore, createPrivacyStores } from '@lotse/persistence';
import { createKeyring, createTemporalHistories } from '@lotse/platform';
import { createPrivacy, type Asker, type Histories, type Privacy, type Refusal } from '@lotse/privacy';
import { createTypstDocuments } from '@lotse/typst';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CliError } from '../cli-error';
import { openDatabase } from '../lotse/database';
import { withLotse, type Lotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { withTemporal } from '../lotse/temporal';
import { opensUnscanned } from '../lotse/unscanned';
import { statusLine } from '../output/status-line';

/** Who the shell on the server is, for ledger and audit. */
export const SHELL: Asker = { id: 'administrator', entrance: 'shell' };

/** What was asked for. @throws CliError that says why it was refused */
export function granted<Answer extends { readonly result: string }>(
  answer: Answer | Refusal,
): Exclude<Answer, Refusal> {
  if (isRefusal(answer)) throw new CliError(answer.code, answer.message);
  return answer as Exclude<Answer, Refusal>;
}

const isRefusal = (answer: { readonly result: string }): answer is Refusal => answer.result === 'refused';

async function onLotse<T>(
  { services, settings, masterKey, audit }: Lotse,
  histories: Histories | undefined,
  work: (privacy: Privacy) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(services.databaseUrl);
  try {
    const keyring = createKeyring(masterKey);
    const clock = { now: () => new Date() };
    const contents = fileStoreOf(settings.home, settings.config);
    const rows = createFileStore(database);
    return await work(
      createPrivacy({
        stores: createPrivacyStores(database),
        keyring,
        clock,
        contents,
        files: createFiles({
          rows,
          store: contents,
          keyring,
          clock,
          openUnscanned: opensUnscanned(settings),
        }),
        erasureFile: createErasureFile(join(settings.home, 'erasures.jsonl')),
        ...(histories === undefined ? {} : { histories }),
        documents: createTypstDocuments(),
        audit,
        newId: randomUUID,
      }),
    );
  } finally {
    await database.destroy();
  }
}

/** Data protection of the data folder, over the database alone: for what looks and changes no workflow. */
export function withPrivacy<T>(options: HomeOption, work: (privacy: Privacy) => Promise<T>): Promise<T> {
  const progress = statusLine();
  return withLotse(settingsOf(options), { need: 'database', tell: progress.show }, (lotse) =>
    onLotse(lotse, undefined, work),
  ).finally(progress.clear);
}

/** The same with Temporal, whose histories an erasure deletes. */
export function withErasing<T>(options: HomeOption, work: (privacy: Privacy) => Promise<T>): Promise<T> {
  const progress = statusLine();
  return withLotse(settingsOf(options), { need: 'worker', tell: progress.show }, (lotse) =>
    withTemporal(lotse, (client) => onLotse(lotse, createTemporalHistories(client), work)),
  ).finally(progress.clear);
}
