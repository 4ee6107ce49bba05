import { Option, type Command } from 'commander';
import { CliError } from '../cli-error';
import { day } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface ListOptions extends HomeOption {
  readonly account?: string;
  readonly deputy?: string;
  readonly on?: string;
  readonly json?: boolean;
}

/** `lotse deputy list`: who stands in for an account on a day, or for whom one does. */
export const deputyListCommand = (): Command =>
  defineCommand('list', 'list who stands in for --account, or for whom --deputy stands in')
    .addOption(new Option('--account <id>', 'its deputies').conflicts('deputy'))
    .option('--deputy <id>', 'those it stands in for')
    .option('--on <day>', 'on this day, YYYY-MM-DD (default: today)', day)
    .option('--json', 'print one JSON array')
    .action(listDeputies);

async function listDeputies(options: ListOptions): Promise<void> {
  const { account, deputy, on } = options;
  if (account === undefined && deputy === undefined)
    throw new CliError('option-missing', 'Say whose deputies to list: give --account or --deputy.');
  const deputies = await onDatabase(options, ({ journeys }) =>
    deputy === undefined ? journeys.deputiesOf(account ?? '', on) : journeys.actingFor(deputy, on),
  );
  if (options.json === true) return printJson(deputies);
  const rows = deputies.map((row) => [row.account, String(row.number), row.deputy, row.from, row.to]);
  await print(table(['account', 'number', 'deputy', 'from', 'to'], rows));
}
