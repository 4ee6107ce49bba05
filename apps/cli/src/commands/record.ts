import {
  isJsonObject,
  RECORD_LINES,
  STRIKE_REASONS,
  type Json,
  type JsonObject,
  type StrikeReason,
} from '@lotse/domain';
import { RECORDS_OF_PROGRAMMES, type RecordOfProgramme, type RecordVersion } from '@lotse/journeys';
import { Command, Option } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { CliError } from '../cli-error';
import { limit } from '../input/options';
import { readJsonObject } from '../input/read-json';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface RecordOptions extends HomeOption {
  readonly programme: string;
  readonly by: string;
  readonly limit: number;
  readonly strike?: StrikeReason;
  readonly json?: boolean;
}

/** `lotse record trip …`: what a programme does beside journeys, entered one by one; without a file it is shown. */
export function recordCommand(): Command {
  const command = new Command('record').description(
    'enter and show what a programme does beside journeys: trips, interviews, events, targets',
  );
  for (const type of RECORDS_OF_PROGRAMMES) command.addCommand(typeCommand(type));
  return command;
}

const typeCommand = (type: RecordOfProgramme): Command =>
  defineCommand(type, `enter a version of a record of type ${type}, or show what there is`)
    .argument('[id]', 'id of the record; without one all are listed')
    .argument(
      '[file]',
      'one JSON object with its fields, or - for standard input; without one its versions are shown',
    )
    .requiredOption('--programme <id>', 'the programme that it belongs to')
    .addOption(
      new Option('--strike <reason>', 'strike the record out from now on; past knowledge stays').choices(
        STRIKE_REASONS,
      ),
    )
    .option(
      '--by <account>',
      'who says so; what a signed report counts is changed by two',
      SENDER.submittedBy,
    )
    .option('--limit <number>', 'how many are listed', limit, 200)
    .option('--json', 'print one JSON object')
    .addHelpText('after', `\nFields: ${fieldsOf(type)}`)
    .action((id: string | undefined, file: string | undefined, options: RecordOptions) => {
      if (options.strike !== undefined) return strike(type, id, file, options);
      return file !== undefined && id !== undefined
        ? enter(type, id, file, options)
        : show(type, id, options);
    });

const fieldsOf = (type: RecordOfProgramme): string =>
  Object.entries(RECORD_LINES[type])
    .filter(([name]) => name !== 'id' && name !== 'programme')
    .map(([name, field]) => ('optional' in field && field.optional === true ? `[${name}]` : name))
    .join(', ');

async function enter(
  type: RecordOfProgramme,
  id: string,
  file: string,
  { programme, by, json, ...home }: RecordOptions,
): Promise<void> {
  const body: JsonObject = { ...(await readJsonObject(file)), id, programme };
  const answer = await onDatabase(home, ({ journeys }) =>
    journeys.putRecord(type, body, { submittedBy: by }),
  );
  await printAnswer(`${type} ${id}`, answer, json);
}

async function strike(
  type: RecordOfProgramme,
  id: string | undefined,
  file: string | undefined,
  { programme, strike: reason, by, json, ...home }: RecordOptions,
): Promise<void> {
  if (id === undefined || file !== undefined || reason === undefined)
    throw new CliError('option-clash', 'Give --strike with the id of the record, and no file.');
  const answer = await onDatabase(home, ({ journeys }) =>
    journeys.strikeRecord({ type, programme, id, reason }, { submittedBy: by }),
  );
  await printAnswer(`${type} ${id}`, answer, json);
}

async function show(
  type: RecordOfProgramme,
  id: string | undefined,
  { programme, limit: longest, json, ...home }: RecordOptions,
): Promise<void> {
  const records = await onDatabase(home, async ({ journeys }) =>
    id === undefined
      ? (await journeys.listRecords({ type, programme, limit: longest })).records
      : journeys.versionsOfRecord({ type, programme, id }),
  );
  if (id !== undefined && records.length === 0)
    throw new CliError('record-unknown', `There is no ${type} ${id} in ${programme}.`);
  await (json === true
    ? printJson({ programme, records })
    : print(table([type, 'version', 'recorded', 'says'], records.map(row))));
}

/** A value in one cell: of a list of objects how many there are; `--json` has all. */
function said(value: Json = null): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.some(isJsonObject) ? String(value.length) : value.map(String).join(' ');
}

const row = ({ id, version, recordedAt, body, struck }: RecordVersion): string[] => [
  id,
  String(version),
  recordedAt.slice(0, 10),
  [
    ...(struck === undefined ? [] : [`struck out: ${struck}`]),
    ...Object.entries(body)
      .filter(([name]) => name !== 'id' && name !== 'programme')
      .map(([name, value]) => `${name} ${said(value)}`),
  ].join(', '),
];
