import type { Command } from 'commander';
import { day } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { newBatch, tellBatch } from '../rows/batch';
import { runRows } from '../rows/run-rows';
import { defineCommand } from './define-command';

interface FailOptions extends HomeOption {
  readonly on: string;
  readonly reason: string;
  readonly batch?: string;
  readonly preview?: boolean;
  readonly json?: boolean;
}

/** `lotse organisation fail ID`: one action over every open journey with a company that is insolvent, excluded or gone. */
export const organisationFailCommand = (): Command =>
  defineCommand('fail', 'end what a failed company has in every open journey')
    .argument('<organisation>', 'id of the company')
    .requiredOption('--on <day>', 'the day it failed, YYYY-MM-DD', day)
    .requiredOption('--reason <text>', 'why, such as insolvency')
    .option('--preview', 'list the journeys with what would end, new tasks and notices; keep nothing')
    .option('--batch <id>', 'name for lotse undo; one is made unless given')
    .option('--json', 'one JSON object per row')
    .action(fail);

async function fail(organisation: string, options: FailOptions): Promise<void> {
  const { on, reason, batch = newBatch('fail'), preview: dryRun = false, json } = options;
  const rows = await onDatabase(options, ({ journeys }, status) =>
    runRows(
      journeys.failOrganisation({ organisation, on, reason }, { sender: SENDER, batch, dryRun }),
      status,
      json === undefined ? {} : { json },
    ),
  );
  if (rows === 0) process.stderr.write(`No open journey has a placement or contract at ${organisation}.\n`);
  else if (!dryRun) tellBatch(batch);
}
