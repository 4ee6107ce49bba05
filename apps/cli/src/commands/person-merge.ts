import type { Command } from 'commander';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { newBatch } from '../rows/batch';
import { runRows } from '../rows/run-rows';
import { defineCommand } from './define-command';

interface MergeOptions extends HomeOption {
  readonly reason: string;
  readonly approvedBy: string;
  readonly batch?: string;
  readonly preview?: boolean;
  readonly json?: boolean;
}

/** `lotse person merge FROM INTO`: every journey of one record goes to the other, and figures count the person once. */
export const personMergeCommand = (): Command =>
  defineCommand('merge', 'give every journey of one record of a person to the other one')
    .argument('<from>', 'id of the record that was one too many')
    .argument('<into>', 'id of the record that stays')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--approved-by <id>', 'the second person')
    .option('--preview', 'list the journeys with what would change; keep nothing')
    .option('--batch <id>', 'name of the whole; one is made unless given')
    .option('--json', 'one JSON object per row')
    .action(merge);

async function merge(from: string, into: string, options: MergeOptions): Promise<void> {
  const { reason, approvedBy, batch = newBatch('merge'), preview: dryRun = false, json } = options;
  const rows = await onDatabase(options, ({ journeys }, status) =>
    runRows(
      journeys.mergePerson({ from, into, reason, approvedBy }, { sender: SENDER, batch, dryRun }),
      status,
      json === undefined ? {} : { json },
    ),
  );
  if (rows === 0) process.stderr.write(`No journey belongs to ${from}.\n`);
}
