import type { Command } from 'commander';
import { limit } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface DeadOptions extends HomeOption {
  readonly limit: number;
  readonly json?: boolean;
}

/** `lotse mail dead`: mails that a person has to look at. */
export const mailDeadCommand = (): Command =>
  defineCommand('dead', 'list mails that nobody tries again, youngest first')
    .option('--limit <number>', 'most mails', limit, 100)
    .option('--json', 'print one JSON array')
    .action(listDead);

async function listDead(options: DeadOptions): Promise<void> {
  const dead = await onDatabase(options, ({ addresses }) => addresses.dead(options.limit));
  if (options.json === true) return printJson(dead);
  const rows = dead.map(({ id, contactPoint, attempts, code, diedAt }) => [
    id,
    contactPoint,
    String(attempts),
    code,
    diedAt,
  ]);
  await print(table(['mail', 'address', 'attempts', 'why', 'since'], rows));
}
