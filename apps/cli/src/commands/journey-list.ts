import type { ListedJourney } from '@lotse/journeys';
import type { Command } from 'commander';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { statusLine } from '../output/status-line';
import { table } from '../output/table';
import { everyJourney } from '../verify/open-journeys';
import { defineCommand } from './define-command';

interface ListOptions extends HomeOption {
  readonly programme?: string;
  readonly stage?: string;
  readonly status?: string;
  readonly json?: boolean;
}

/** `lotse journey list`: ids and codes only. */
export const journeyListCommand = (): Command =>
  defineCommand('list', 'list journeys: ids and codes, no names')
    .option('--programme <id>', 'only of this programme')
    .option('--stage <code>', 'only at this stage, such as RET')
    .option('--status <code>', 'only with this status: open, on-hold, closed, void')
    .option('--json', 'print one JSON array')
    .action(listJourneys);

async function listJourneys(options: ListOptions): Promise<void> {
  const { programme, stage, status } = options;
  const filter = {
    ...(programme === undefined ? {} : { programme }),
    ...(stage === undefined ? {} : { stage }),
    ...(status === undefined ? {} : { status }),
  };
  const progress = statusLine();
  const journeys = await withLotse(
    settingsOf(options),
    { need: 'database', tell: progress.show },
    async (lotse) => {
      const all: ListedJourney[] = [];
      for await (const journey of everyJourney(lotse.journeys, filter)) all.push(journey);
      return all;
    },
  ).finally(progress.clear);
  if (options.json === true) return printJson(journeys);
  const rows = journeys.map((journey) => [
    journey.id,
    journey.programme,
    journey.stage,
    journey.phase,
    journey.status,
    String(journey.version),
  ]);
  await print(table(['journey', 'programme', 'stage', 'phase', 'status', 'version'], rows));
}
