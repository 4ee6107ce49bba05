import { addMasterKey, createKeyring, inspectServices } from '@lotse/platform';
import { createWrappedKeyStore } from '@lotse/persistence';
import { rotateKeys, type WrappedKeyStore } from '@lotse/privacy';
import { Command } from 'commander';
import { CliError } from '../cli-error';
import { openDatabase } from '../lotse/database';
import { masterKeyFile } from '../lotse/master-key-of';
import { onDatabase } from '../lotse/on-database';
import type { Lotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import type { StatusLine } from '../output/status-line';
import { table } from '../output/table';
import { SHELL } from '../privacy/with-privacy';
import { defineCommand } from './define-command';

interface KeysOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse keys …`: the master key, and another in its place. */
export const keysCommand = (): Command =>
  new Command('keys')
    .description('put another master key in the place of the present one')
    .addCommand(
      defineCommand('list', 'master keys that stored keys lie under, and how many')
        .option('--json', 'print one JSON object')
        .action(listKeys),
    )
    .addCommand(
      defineCommand(
        'new',
        'put a new key before those in master.key of the data folder; nothing may run there',
      )
        .option('--json', 'print one JSON object')
        .action(newKey),
    )
    .addCommand(
      defineCommand(
        'rotate',
        'wrap every key anew that lies under an earlier master key; harmless when repeated, goes on when cut off',
      )
        .option('--json', 'print one JSON object')
        .action(rotate),
    );

/** Does something with the stored keys of the data folder, or of the database that is named. */
const onKeys = <T>(
  options: HomeOption,
  work: (store: WrappedKeyStore, lotse: Lotse, status: StatusLine) => Promise<T>,
): Promise<T> =>
  onDatabase(options, async (lotse, status) => {
    const database = await openDatabase(lotse.services.databaseUrl);
    try {
      return await work(createWrappedKeyStore(database), lotse, status);
    } finally {
      await database.destroy();
    }
  });

async function listKeys({ json, ...home }: KeysOptions): Promise<void> {
  const keys = await onKeys(home, async (store, { masterKey }) => {
    const earlier = masterKey.earlier.map(({ id }) => id);
    const stateOf = (id: string): string => {
      if (id === masterKey.id) return 'present';
      return earlier.includes(id) ? 'earlier' : 'missing';
    };
    const uses = await store.uses();
    const countOf = (id: string): number => uses.find((use) => use.masterKey === id)?.keys ?? 0;
    return [...new Set([masterKey.id, ...earlier, ...uses.map((use) => use.masterKey)])].map((id) => ({
      masterKey: id,
      state: stateOf(id),
      keys: countOf(id),
    }));
  });
  if (json === true) return printJson({ keys });
  await print(
    table(
      ['master key', 'state', 'keys'],
      keys.map(({ masterKey, state, keys: count }) => [masterKey, state, String(count)]),
    ),
  );
}

async function newKey({ json, ...options }: KeysOptions): Promise<void> {
  const { home, config, env } = settingsOf(options);
  if (config.LOTSE_MASTER_KEY !== undefined)
    throw new CliError(
      'key-from-outside',
      'The master key is given by LOTSE_MASTER_KEY. Put a new one before it there (openssl rand -base64 32), with a space between.',
    );
  if ((await inspectServices(home, env, config.TEMPORAL_NAMESPACE)).holder !== undefined)
    throw new CliError(
      'services-running',
      `What runs in ${home} knows the present key alone. End it, and start it again afterwards.`,
    );
  const { id, earlier } = await addMasterKey(masterKeyFile(home));
  if (json === true) return printJson({ present: id, earlier: earlier.map((one) => one.id) });
  await printLine(`Master key ${id} wraps from now on. Keep a copy of ${masterKeyFile(home)}.`);
  await printLine('What was wrapped before: lotse keys rotate');
}

async function rotate({ json, ...home }: KeysOptions): Promise<void> {
  const rotated = await onKeys(home, async (store, { masterKey, audit }, status) => ({
    present: masterKey.id,
    keys: await rotateKeys(
      {
        store,
        present: masterKey.id,
        rewrapped: createKeyring(masterKey).rewrapped,
        audit,
        clock: { now: () => new Date() },
      },
      SHELL,
      (count) => status.show(`${count} keys wrapped anew`),
    ),
  }));
  if (json === true) return printJson(rotated);
  await printLine(
    rotated.keys === 0
      ? `Every key lies under master key ${rotated.present}.`
      : `${rotated.keys} keys lie under master key ${rotated.present} now.`,
  );
}
