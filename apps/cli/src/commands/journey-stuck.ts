import { restartStuckJourney, stuckJourneys, type StuckJourney } from '@lotse/platform';
import type { Command } from 'commander';
import { EXIT } from '../exit-code';
import { withLotse, type Lotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { withTemporal } from '../lotse/temporal';
import { print, printJson, printLine } from '../output/print';
import { statusLine } from '../output/status-line';
import { table } from '../output/table';
import { everyJourney } from '../verify/open-journeys';
import { defineCommand } from './define-command';

interface StuckOptions extends HomeOption {
  readonly restart?: boolean;
  readonly json?: boolean;
}

/** `lotse journey stuck`: the workflows that cannot go on by themselves. What to do then: docs/runbooks/stuck-journey.md. */
export const journeyStuckCommand = (): Command =>
  defineCommand('stuck', 'list open journeys whose workflow fails at the same task again and again')
    .option('--restart', 'end the run of each and start a new one, which reads everything from the database')
    .option('--json', 'print one JSON object')
    .action(listStuck);

async function listStuck(options: StuckOptions): Promise<void> {
  const progress = statusLine();
  const restart = options.restart === true;
  const stuck = await withLotse(
    settingsOf(options),
    { need: 'worker', tell: progress.show },
    async (lotse) => (restart ? restartAll(lotse) : withTemporal(lotse, stuckJourneys)),
  ).finally(progress.clear);
  if (options.json === true) await printJson({ stuck, restarted: restart ? stuck.length : 0 });
  else if (stuck.length === 0) await printLine('No journey is stuck.');
  else {
    const rows = stuck.map(({ journeyId, attempt, cause }) => [journeyId, String(attempt), cause]);
    await print(table(['journey', 'attempt', 'cause'], rows));
    await printLine(
      restart
        ? `${stuck.length} journeys have a new workflow. Check with: lotse journey verify`
        : `${stuck.length} journeys are stuck. What to do: docs/runbooks/stuck-journey.md`,
    );
  }
  if (stuck.length > 0 && !restart) process.exitCode = EXIT.faults;
}

/** Answers those that were restarted: a run without a journey in this database is left as it is. */
async function restartAll(lotse: Lotse): Promise<StuckJourney[]> {
  return withTemporal(lotse, async (client) => {
    const stuck = new Map((await stuckJourneys(client)).map((found) => [found.journeyId, found]));
    const restarted: StuckJourney[] = [];
    if (stuck.size === 0) return restarted;
    for await (const { id, version, phase } of everyJourney(lotse.journeys)) {
      const found = stuck.get(id);
      if (found === undefined) continue;
      await restartStuckJourney(client, found, { journeyId: id, version, phase });
      restarted.push(found);
    }
    return restarted;
  });
}
