import type { Command } from 'commander';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface ListOptions extends HomeOption {
  readonly programme: string;
  readonly json?: boolean;
}

/** `lotse mail address list`: whom reminders reach; the addresses themselves stay sealed. */
export const mailAddressListCommand = (): Command =>
  defineCommand('list', 'list whom the reminders of a programme reach; addresses stay sealed')
    .requiredOption('--programme <id>', 'the programme')
    .option('--json', 'print one JSON array')
    .action(listAddresses);

async function listAddresses(options: ListOptions): Promise<void> {
  const found = await onDatabase(options, ({ addresses }) => addresses.contactPoints(options.programme));
  if (options.json === true) return printJson(found);
  const rows = found.map(({ id, role, organisation, person, language, account }) => [
    id,
    role,
    organisation ?? '',
    person ?? '',
    language,
    account ?? '',
  ]);
  await print(table(['address', 'role', 'organisation', 'person', 'language', 'account'], rows));
}
