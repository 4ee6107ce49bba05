import type { SheetQuery } from '@lotse/domain';
import {
  SHEET_FORMATS,
  SHEET_FORMS,
  SHEET_LANGUAGES,
  type SheetForm,
  type SheetFormat,
  type SheetLanguage,
} from '@lotse/reports';
import { Option, type Command } from 'commander';
import { CliError } from '../cli-error';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print } from '../output/print';
import { unitsShown } from '../reports/units-shown';
import { printFile } from '../sheet/print-file';
import { explainText, FORMATS, sheetText, type Format } from '../sheet/render';
import { answered } from '../sheet/answered';
import { defineCommand } from './define-command';

interface SheetOptions extends HomeOption {
  readonly programme?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly format: Format | SheetFormat;
  readonly form?: SheetForm;
  readonly lang: SheetLanguage;
  readonly out?: string;
  readonly json?: boolean;
  readonly explain?: string;
}

/** `lotse sheet`: the project sheet on a day, or the units and evidence behind one of its figures. */
export const sheetCommand = (): Command =>
  defineCommand('sheet', 'print the project sheet, or what stands behind one of its figures')
    .option('--programme <id>', 'may be left out while there is one')
    .option('--as-of <day>', 'what had happened by this day, YYYY-MM-DD (default: today)')
    .option('--known-at <day or instant>', 'what had been recorded by then (default: now)')
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices([...FORMATS, 'pdf', 'xlsx'])
        .default('table'),
    )
    .addOption(
      new Option(
        '--form <form>',
        'the printed sheet with its words: project, or the form of the alliance',
      ).choices(SHEET_FORMS),
    )
    .addOption(
      new Option('--lang <language>', 'language of a printed sheet').choices(SHEET_LANGUAGES).default('de'),
    )
    .option(
      '--out <file>',
      'write a printed sheet to this file (default: a name of its own in this folder; - for standard output)',
    )
    .option('--json', 'the same as --format json')
    .option(
      '--explain <figure>',
      'list the units behind a figure, such as contractsPrepared, with their evidence',
    )
    .action(printSheet);

async function printSheet(options: SheetOptions): Promise<void> {
  const { programme, asOf, knownAt, explain, form, lang, out } = options;
  const format = options.json === true ? 'json' : options.format;
  const query: SheetQuery = {
    ...(programme === undefined ? {} : { programme }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  if (isFile(format) && (isBinary(format) || form !== undefined || out !== undefined)) {
    if (explain !== undefined)
      throw new CliError('option-clash', 'Give --explain with --format table, json or csv, and no --form.');
    return printFile(options, { ...query, form: form ?? 'project', language: lang }, format, out);
  }
  if (form !== undefined || out !== undefined)
    throw new CliError('option-clash', 'Give --form and --out with --format pdf, xlsx, csv or json.');
  const text = await onDatabase(options, async (lotse) => {
    const { sheets } = lotse;
    if (explain === undefined) return sheetText(answered(await sheets.sheet(query)), textFormat(format));
    const found = answered(await sheets.units({ ...query, figure: explain }));
    const units = found.units.map(({ unit }) => unit);
    await unitsShown(lotse, 'sheet.units', found.programme, units);
    return explainText(found, textFormat(format));
  });
  await print(text);
}

const isFile = (format: string): format is SheetFormat => SHEET_FORMATS.some((one) => one === format);
const isBinary = (format: SheetFormat): boolean => format === 'pdf' || format === 'xlsx';
const textFormat = (format: string): Format => FORMATS.find((one) => one === format) ?? 'table';
