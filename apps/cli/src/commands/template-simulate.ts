import type { Command } from 'commander';
import { pair } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { runSimulation } from '../template/run-simulation';
import { defineCommand } from './define-command';

interface SimulateOptions extends HomeOption {
  readonly programme: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly json?: boolean;
}

/** `lotse template simulate ID`: where each open journey of a cohort would stand, and every due day; a draft will do. */
export const templateSimulateCommand = (): Command =>
  defineCommand('simulate', 'show where open journeys would stand under a template; a draft will do')
    .argument('<id>', 'id of the template')
    .requiredOption('--programme <id>', 'the cohort: open journeys of this programme')
    .option('--map <old=new>', 'stage before and after, may be repeated; others keep their code', pair)
    .option('--json', 'one JSON object per journey')
    .action(simulate);

async function simulate(template: string, options: SimulateOptions): Promise<void> {
  const { programme, map: mapping = {} } = options;
  await onDatabase(options, ({ journeys }, status) =>
    runSimulation(journeys.simulateTemplate({ template, programme, mapping }), status, options.json),
  );
}
