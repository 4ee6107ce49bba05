import type { Command } from 'commander';
import { EXIT } from '../exit-code';
import { runProjections, type ProjectionCallOptions } from '../projections/run-projections';
import { defineCommand } from './define-command';

/** `lotse projections verify`: changes nothing. */
export const projectionsVerifyCommand = (): Command =>
  defineCommand(
    'verify',
    'list journeys and figures whose stored rows are not what the facts give; status 3 when some are',
  )
    .option('--programme <id>', 'only of this programme')
    .option('--stale', 'only those that an older release wrote')
    .option('--json', 'print one JSON object')
    .action(verify);

async function verify(options: ProjectionCallOptions): Promise<void> {
  const { deviating } = await runProjections(options, {
    journeys: (journeys, more) => journeys.verifyProjections(more),
    figures: (journeys, more) => journeys.verifyFigures(more),
  });
  if (deviating > 0) process.exitCode = EXIT.faults;
}
