import type { Command } from 'commander';
import { EXIT } from '../exit-code';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';
import { statusLine } from '../output/status-line';
import { drainWakes } from '../verify/verify';
import { defineCommand } from './define-command';
import { seconds } from './journey-verify';

interface ResumeOptions extends HomeOption {
  readonly wait: number;
  readonly json?: boolean;
}

/** `lotse journey resume`: the database alone is enough to have every workflow back, as after a restore. */
export const journeyResumeCommand = (): Command =>
  defineCommand('resume', 'start or wake the workflow of every open journey, from the database alone')
    .option('--wait <seconds>', 'longest wait for wakes to reach their workflows', seconds, 60)
    .option('--json', 'print one JSON object')
    .action(resumeJourneys);

async function resumeJourneys(options: ResumeOptions): Promise<void> {
  const progress = statusLine();
  const [woken, pendingWakes] = await withLotse(
    settingsOf(options),
    { need: 'worker', tell: progress.show },
    async (lotse) => {
      const journeys = await lotse.journeys.resumeAll();
      return [journeys, await drainWakes(lotse, options.wait * 1_000, progress.show)] as const;
    },
  ).finally(progress.clear);
  if (options.json === true) await printJson({ journeys: woken, pendingWakes });
  else {
    await printLine(`${woken} open journeys were woken; ${pendingWakes} wakes are still under way`);
    if (pendingWakes > 0) await printLine('See whether the worker polls with: lotse doctor');
  }
  if (pendingWakes > 0) process.exitCode = EXIT.faults;
}
