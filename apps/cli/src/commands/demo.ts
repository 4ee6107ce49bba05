import type { Command } from 'commander';
import { differences } from '../demo/differences';
import { putDemoAddresses } from '../demo/demo-addresses';
import { demoSheetFile } from '../demo/demo-sheet-file';
import { demoSheets, expectedSheets } from '../demo/demo-sheets';
import { importExample } from '../demo/import-example';
import { stagesText } from '../demo/stages';
import { writeJsonFile } from '../demo/write-json-file';
import { EXIT } from '../exit-code';
import { printAddresses } from '../lotse/addresses';
import { openLotse, type Lotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { stayUp } from '../lotse/stay-up';
import { remarkUnscanned } from '../lotse/unscanned';
import { printJson, printLine, remark } from '../output/print';
import { oftenTo, step } from '../output/steps';
import { sheetsTable } from '../sheet/render';
import { verify } from '../verify/verify';
import { defineCommand } from './define-command';

interface DemoOptions extends HomeOption {
  readonly once?: boolean;
  readonly json?: string | true;
}

/** The wakes of a whole import. */
const WAIT_MS = 120_000;

/** `lotse demo`: the reference cohort from an empty machine to the project sheet, and a journey of every failure branch. */
export const demoCommand = (): Command =>
  defineCommand(
    'demo',
    'start everything and a mailbox, import the examples, show the project sheet and stay up',
  )
    .option('--once', 'end when it is done, with status 3 when a figure or a workflow is not as it should be')
    .option(
      '--json [file]',
      'write the sheets as {"sheets": […]}: to a file, else to standard output and nothing else there',
    )
    .action(demo);

async function demo(options: DemoOptions): Promise<void> {
  const settings = settingsOf(options);
  // Services that end with this call must not be found by others.
  const purpose = options.once === true ? 'call' : 'standing';
  const lotse = await step('Starting PostgreSQL, Temporal, api and worker', (tell) =>
    openLotse(settings, { need: 'demo', purpose, tell }),
  );
  // Sheets on standard output are for machines: what is for people goes to standard error then.
  const say = options.json === true ? remark : printLine;
  try {
    await show(lotse, options.json, say);
    if (options.once === true) return;
    await say('');
    await lotse.disconnect();
    await printAddresses(settings, lotse.services, say);
    await remarkUnscanned(settings);
    await stayUp(lotse.services);
  } finally {
    await lotse.close();
  }
}

async function show(lotse: Lotse, json: string | true | undefined, say: typeof printLine): Promise<void> {
  const tally = await step('Importing the reference cohort', (tell) =>
    importExample(lotse.journeys, 'kg-glass-2023/kg-glass-2023.jsonl', oftenTo(tell)),
  );
  await say(tally);
  const branches = await step('Importing a journey of every failure branch', (tell) =>
    importExample(lotse.journeys, 'branches/branches.jsonl', oftenTo(tell)),
  );
  await say(`${branches}\n`);
  const expected = await expectedSheets();
  await putDemoAddresses(lotse.addresses, expected.programme);
  const sheets = await step('Counting the project sheet', () => demoSheets(lotse.sheets, expected));
  await say(`Project sheet of ${expected.programme}\n`);
  await say(sheetsTable(sheets));
  await say(await demoSheetFile(lotse, expected));
  const found = await step('Verifying journeys and workflows', (tell) =>
    verify(lotse, WAIT_MS, oftenTo(tell)),
  );
  await say(await stagesText(lotse.journeys, found));
  const { programme, workMonthRule } = expected;
  const answer = { programme, workMonthRule, sheets };
  if (json === true) await printJson(answer);
  else if (json !== undefined) await writeJsonFile(json, answer);

  const wrong = [
    ...differences(expected.sheets, sheets),
    ...found.faults.map(({ message }) => message),
    ...(found.pendingWakes > 0 ? [`${found.pendingWakes} wakes were not delivered.`] : []),
  ];
  if (wrong.length === 0) {
    await say(
      'Every figure is that of the original project. See a failure branch with: lotse journey show branch-07',
    );
    return;
  }
  process.stderr.write(`${wrong.join('\n')}\n`);
  process.stderr.write('If this data folder holds more than the examples, choose another with --home.\n');
  process.exitCode = EXIT.faults;
}
