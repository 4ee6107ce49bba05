import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { runRows } from '../rows/run-rows';
import { defineCommand } from './define-command';

interface UndoOptions extends HomeOption {
  readonly reason: string;
  readonly approvedBy?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `lotse undo BATCH`: takes a bulk action back by commands; what cannot be taken back says why. */
export const undoCommand = (): Command =>
  defineCommand('undo', 'take a bulk action back, a result for each of its commands')
    .argument('<batch>', 'name of the bulk action')
    .requiredOption('--reason <text>', 'why')
    .option('--approved-by <id>', 'the second person, where a nomination is taken back')
    .option('--dry-run', 'decide every row and keep nothing')
    .option('--json', 'one JSON object per row')
    .action(undo);

async function undo(batch: string, options: UndoOptions): Promise<void> {
  const { reason, approvedBy, dryRun = false, json } = options;
  const rows = await onDatabase(options, ({ journeys }, status) =>
    runRows(
      journeys.undo(batch, {
        sender: SENDER,
        reason,
        dryRun,
        ...(approvedBy === undefined ? {} : { approvedBy }),
      }),
      status,
      json === undefined ? {} : { json },
    ),
  );
  if (rows > 0) return;
  const message = `There is nothing of a bulk action ${batch}. Its name was printed when it was done.`;
  throw new CliError('batch-unknown', message);
}
