import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface DiffOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse template diff BEFORE AFTER`: stages are compared by code, all else by place. */
export const templateDiffCommand = (): Command =>
  defineCommand('diff', 'list what differs between two templates')
    .argument('<before>', 'id of a template')
    .argument('<after>', 'id of another one; a draft will do')
    .option('--json', 'print one JSON array')
    .action(compare);

const shown = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

async function compare(before: string, after: string, options: DiffOptions): Promise<void> {
  const found = await onDatabase(options, ({ journeys }) => journeys.diffTemplates(before, after));
  if (found === null) {
    const message = `${before} or ${after} is not there, or has faults. List those there are with: lotse template list`;
    throw new CliError('template-unknown', message);
  }
  if (options.json === true) return printJson(found);
  const rows = found.map((difference) => [
    difference.path,
    shown(difference.before),
    shown(difference.after),
  ]);
  await print(table(['what', before, after], rows));
}
