import type { Command } from 'commander';
import { differences } from '../demo/differences';
import { demoSheets, expectedSheets } from '../demo/demo-sheets';
import { importExample } from '../demo/import-example';
import { stagesText } from '../demo/stages';
import { writeJsonFile } from '../demo/write-json-file';
import { EXIT } from '../exit-code';
import { printAddresses } from '../lotse/addresses';
import { openLotse, type Lotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { stayUp } from '../lotse/stay-up';
import { printLine } from '../output/print';
import { oftenTo, step } from '../output/steps';
import { sheetsTable } from '../sheet/render';
import { verify } from '../verify/verify';
import { defineCommand } from './define-command';

interface DemoOptions extends HomeOption {
  readonly once?: boolean;
  readonly json?: string;
}

/** The wakes of a whole import. */
const WAIT_MS = 120_000;

/** `lotse demo`: the reference cohort from an empty machine to the project sheet. */
export const demoCommand = (): Command =>
  defineCommand('demo', 'start everything, import the reference cohort, show its project sheet and stay up')
    .option('--once', 'end when it is done, with status 3 when a figure or a workflow is not as it should be')
    .option('--json <file>', 'write the sheets to a file as {"sheets": […]}')
    .action(demo);

async function demo(options: DemoOptions): Promise<void> {
  const settings = settingsOf(options);
  // Services that end with this call must not be found by others.
  const purpose = options.once === true ? 'call' : 'standing';
  const lotse = await step('Starting PostgreSQL, Temporal, api and worker', (tell) =>
    openLotse(settings, { need: 'everything', purpose, tell }),
  );
  try {
    await show(lotse, options.json);
    if (options.once === true) return;
    await printLine('');
    await lotse.disconnect();
    await printAddresses(settings, lotse.services, false);
    await stayUp(lotse.services);
  } finally {
    await lotse.close();
  }
}

async function show(lotse: Lotse, jsonFile: string | undefined): Promise<void> {
  const tally = await step('Importing the reference cohort', (tell) =>
    importExample(lotse.journeys, oftenTo(tell)),
  );
  await printLine(`${tally}\n`);
  const expected = await expectedSheets();
  const sheets = await step('Counting the project sheet', () => demoSheets(lotse.sheets, expected));
  await printLine(`Project sheet of ${expected.programme}\n`);
  await printLine(sheetsTable(sheets));
  const found = await step('Verifying journeys and workflows', (tell) =>
    verify(lotse, WAIT_MS, oftenTo(tell)),
  );
  await printLine(await stagesText(lotse.journeys, found));
  const { programme, workMonthRule } = expected;
  if (jsonFile !== undefined) await writeJsonFile(jsonFile, { programme, workMonthRule, sheets });

  const wrong = [
    ...differences(expected.sheets, sheets),
    ...found.faults.map(({ message }) => message),
    ...(found.pendingWakes > 0 ? [`${found.pendingWakes} wakes were not delivered.`] : []),
  ];
  if (wrong.length === 0) return printLine('Every figure is that of the original project.');
  process.stderr.write(`${wrong.join('\n')}\n`);
  process.stderr.write(
    'If this data folder holds more than the reference cohort, choose another with --home.\n',
  );
  process.exitCode = EXIT.faults;
}
