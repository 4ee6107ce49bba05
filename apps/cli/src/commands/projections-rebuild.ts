import type { Command } from 'commander';
import { runProjections, type ProjectionCallOptions } from '../projections/run-projections';
import { defineCommand } from './define-command';

/** `lotse projections rebuild`: safe while people work. */
export const projectionsRebuildCommand = (): Command =>
  defineCommand(
    'rebuild',
    'write all stored rows anew from the facts alone, figures included, and list what differed',
  )
    .option('--programme <id>', 'only of this programme')
    .option('--stale', 'only those that an older release wrote, as after an upgrade')
    .option('--json', 'print one JSON object')
    .action(rebuild);

async function rebuild(options: ProjectionCallOptions): Promise<void> {
  await runProjections(options, {
    journeys: (journeys, more) => journeys.rebuildProjections(more),
    figures: (journeys, more) => journeys.rebuildFigures(more),
  });
}
