import type { SheetQuery } from '@lotse/domain';
import { Option, type Command } from 'commander';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { print } from '../output/print';
import { statusLine } from '../output/status-line';
import { explainText, FORMATS, sheetText, type Format } from '../sheet/render';
import { answered } from '../sheet/answered';
import { defineCommand } from './define-command';

interface SheetOptions extends HomeOption {
  readonly programme?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly format: Format;
  readonly json?: boolean;
  readonly explain?: string;
}

/** `lotse sheet`: the project sheet on a day, or the units and evidence behind one of its figures. */
export const sheetCommand = (): Command =>
  defineCommand('sheet', 'print the project sheet, or what stands behind one of its figures')
    .option('--programme <id>', 'may be left out while there is one')
    .option('--as-of <day>', 'what had happened by this day, YYYY-MM-DD (default: today)')
    .option('--known-at <day or instant>', 'what had been recorded by then (default: now)')
    .addOption(new Option('--format <format>', 'how to print it').choices(FORMATS).default('table'))
    .option('--json', 'the same as --format json')
    .option(
      '--explain <figure>',
      'list the units behind a figure, such as contractsPrepared, with their evidence',
    )
    .action(printSheet);

async function printSheet(options: SheetOptions): Promise<void> {
  const { programme, asOf, knownAt, explain } = options;
  const format = options.json === true ? 'json' : options.format;
  const query: SheetQuery = {
    ...(programme === undefined ? {} : { programme }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  const status = statusLine();
  const text = await withLotse(
    settingsOf(options),
    { need: 'database', tell: status.show },
    async ({ sheets }) =>
      explain === undefined
        ? sheetText(answered(await sheets.sheet(query)), format)
        : explainText(answered(await sheets.units({ ...query, figure: explain })), format),
  ).finally(status.clear);
  await print(text);
}
