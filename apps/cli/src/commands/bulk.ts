import type { Command } from 'commander';
import { importSource, inPieces } from '../import/import-source';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { progressBar } from '../output/progress-bar';
import { newBatch, tellBatch } from '../rows/batch';
import { runRows } from '../rows/run-rows';
import { defineCommand } from './define-command';

interface BulkOptions extends HomeOption {
  readonly batch?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `lotse bulk FILE`: many commands, a result for each, and one undo for all. */
export const bulkCommand = (): Command =>
  defineCommand('bulk', 'give many commands, a result for each; status 2 when rows were refused')
    .argument('<file>', 'JSON Lines of commands, or - for standard input')
    .option('--dry-run', 'decide every row and keep nothing')
    .option('--batch <id>', 'name for lotse undo; one is made unless given')
    .option('--json', 'one JSON object per row')
    .action(giveMany);

async function giveMany(file: string, options: BulkOptions): Promise<void> {
  const { batch = newBatch('bulk'), dryRun = false, json } = options;
  const { pieces, share } = inPieces(await importSource(file));
  await onDatabase(options, ({ journeys }, status) =>
    runRows(journeys.bulkLines(pieces, { sender: SENDER, batch, dryRun }), status, {
      ...(json === undefined ? {} : { json }),
      progress: ({ row }) => progressBar(share() ?? 0, `row ${row}`),
    }),
  );
  if (!dryRun) tellBatch(batch);
}
