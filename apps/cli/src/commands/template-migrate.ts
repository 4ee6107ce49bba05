import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { pair } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { newBatch, tellBatch } from '../rows/batch';
import { runRows } from '../rows/run-rows';
import { runSimulation } from '../template/run-simulation';
import { defineCommand } from './define-command';

interface MigrateOptions extends HomeOption {
  readonly programme: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly preview?: boolean;
  readonly batch?: string;
  readonly json?: boolean;
}

/** `lotse template migrate ID`: moves running journeys; those that cannot map stay and say why. */
export const templateMigrateCommand = (): Command =>
  defineCommand('migrate', 'move open journeys of a programme to a published template')
    .argument('<id>', 'id of the template')
    .requiredOption('--programme <id>', 'open journeys of this programme')
    .option('--map <old=new>', 'stage before and after, may be repeated; others keep their code', pair)
    .option('--preview', 'list stage and every due day before and after, and who cannot move; keep nothing')
    .option('--reason <text>', 'why; not needed for a preview')
    .option('--batch <id>', 'name for lotse undo; one is made unless given')
    .option('--json', 'one JSON object per journey')
    .action(migrate);

async function migrate(template: string, options: MigrateOptions): Promise<void> {
  const { programme, map: mapping = {}, reason, batch = newBatch('migrate'), json } = options;
  const cohort = { template, programme, mapping };
  if (options.preview === true) {
    await onDatabase(options, ({ journeys }, status) =>
      runSimulation(journeys.simulateTemplate(cohort), status, json),
    );
    return;
  }
  if (reason === undefined)
    throw new CliError('option-missing', 'Say why the journeys move: give --reason, or look with --preview.');
  await onDatabase(options, ({ journeys }, status) =>
    runRows(
      journeys.migrateTemplate({ ...cohort, reason }, { sender: SENDER, batch }),
      status,
      json === undefined ? {} : { json },
    ),
  );
  tellBatch(batch);
}
