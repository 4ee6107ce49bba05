import { InvalidArgumentError, type Command } from 'commander';
import { EXIT } from '../exit-code';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';
import { statusLine } from '../output/status-line';
import { verify } from '../verify/verify';
import { defineCommand } from './define-command';

interface VerifyOptions extends HomeOption {
  readonly wait: number;
  readonly json?: boolean;
}

/** Whole seconds, from 0 to an hour. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 3_600)
    throw new InvalidArgumentError('Give whole seconds from 0 to 3600.');
  return value;
}

/** `lotse journey verify`: database and Temporal agree, journey by journey. */
export const journeyVerifyCommand = (): Command =>
  defineCommand(
    'verify',
    'check that every open journey has exactly one running workflow at the same version and none is left over',
  )
    .option('--wait <seconds>', 'longest wait for wakes to reach their workflows', seconds, 60)
    .option('--json', 'print one JSON object')
    .action(verifyJourneys);

async function verifyJourneys(options: VerifyOptions): Promise<void> {
  const progress = statusLine();
  const found = await withLotse(settingsOf(options), { need: 'worker', tell: progress.show }, (lotse) =>
    verify(lotse, options.wait * 1_000, progress.show),
  ).finally(progress.clear);
  if (options.json === true) await printJson(found);
  else {
    const { journeys, verified, faults, pendingWakes } = found;
    await printLine(`${journeys} open journeys, ${verified} with their workflow at the same version`);
    for (const { code, message } of faults) await printLine(`${code}: ${message}`);
    if (pendingWakes > 0) await printLine(`${pendingWakes} wakes were not delivered in ${options.wait} s`);
  }
  if (found.faults.length > 0 || found.pendingWakes > 0) process.exitCode = EXIT.faults;
}
