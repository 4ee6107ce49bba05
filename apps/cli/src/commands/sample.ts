import type { Sample } from '@lotse/reports';
import { Command, InvalidArgumentError } from 'commander';
import { CliError } from '../cli-error';
import { onDatabase } from '../lotse/on-database';
import type { Lotse } from '../lotse/open-lotse';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { figuresOf, indicatorOf } from '../reports/figures-text';
import { sampled, unitsText } from '../reports/sample-text';
import { unitsShown } from '../reports/units-shown';
import { defineCommand } from './define-command';
import { sampleNoteCommands } from './sample-note';
import { sampleRedactCommand } from './sample-redact';

interface DrawOptions extends HomeOption {
  readonly programme?: string;
  readonly report?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly indicator: string;
  readonly share: number;
  readonly seed: string;
  readonly answersUntil: string;
  readonly by: string;
  readonly json?: boolean;
}

function share(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 20 && value <= 40) return value;
  throw new InvalidArgumentError('Give a whole number from 20 to 40.');
}

/** `lotse sample …`: units behind a figure, drawn to be checked. */
export function sampleCommand(): Command {
  const command = new Command('sample')
    .description('draw a share of the units behind a figure, to be checked')
    .addCommand(
      defineCommand('draw', 'draw one: the same seed draws the same units')
        .argument('<id>', 'id of the sample')
        .requiredOption('--indicator <key>', 'such as contractsPrepared')
        .requiredOption('--share <per cent>', '20 to 40', share)
        .requiredOption('--seed <text>', 'whoever has it draws the same')
        .requiredOption('--answers-until <day>', 'last day of the contradiction phase')
        .requiredOption('--by <account>', 'who draws')
        .option('--report <id>', 'of the moment of a report')
        .option('--programme <id>', 'may be left out while there is one')
        .option('--as-of <day>', 'what had happened by this day (default: today)')
        .option('--known-at <day or instant>', 'what had been recorded by then (default: now)')
        .option('--json', 'print one JSON object')
        .action(draw),
    )
    .addCommand(
      defineCommand('show', 'its units with findings, answers and outcomes')
        .argument('<id>', 'id of the sample')
        .option('--json', 'print one JSON object')
        .action(show),
    )
    .addCommand(
      defineCommand('list', 'samples of a programme, youngest first')
        .option('--programme <id>', 'may be left out while there is one')
        .option('--json', 'print one JSON object')
        .action(list),
    );
  for (const step of [...sampleNoteCommands(), sampleRedactCommand()]) command.addCommand(step);
  return command;
}

async function draw(id: string, options: DrawOptions): Promise<void> {
  const { programme, report, asOf, knownAt, seed, answersUntil, by, json } = options;
  indicatorOf(options.indicator);
  const order = {
    id,
    indicator: options.indicator,
    share: options.share,
    seed,
    answersUntil,
    ...(programme === undefined ? {} : { programme }),
    ...(report === undefined ? {} : { report }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  const { result, sample } = await onDatabase(options, async (lotse) => {
    const drawn = sampled(await lotse.reporting.samples.draw(order, { id: by, entrance: 'shell' }));
    await shown(lotse, drawn.sample);
    return drawn;
  });
  if (json === true) return printJson({ result, sample });
  await printLine(
    `${id} ${result}: ${sample.units.length} of ${sample.population} units of ${sample.indicator}, as of ${sample.asOf}`,
  );
  await print(unitsText(sample));
}

const shown = (lotse: Lotse, { id, programme, units }: Sample): Promise<void> =>
  unitsShown(
    lotse,
    'evidence.sample',
    programme,
    units.map(({ unit }) => unit),
    [`sample/${id}`],
  );

async function show(id: string, options: HomeOption & { readonly json?: boolean }): Promise<void> {
  const sample = await onDatabase(options, async (lotse) => {
    const found = await lotse.reporting.samples.find(id);
    if (found === undefined) throw new CliError('sample-unknown', `There is no sample ${id}.`);
    await shown(lotse, found);
    return found;
  });
  await (options.json === true ? printJson(sample) : print(unitsText(sample)));
}

async function list(
  options: HomeOption & { readonly programme?: string; readonly json?: boolean },
): Promise<void> {
  const { programme: named, json } = options;
  const { programme, samples } = await onDatabase(options, async ({ reporting }) => {
    const scope = figuresOf(await reporting.resolve(named === undefined ? {} : { programme: named }));
    return { programme: scope.programme, samples: await reporting.samples.list(scope.programme) };
  });
  const rows = samples.map(({ id, indicator, asOf, share, population, answersUntil }) => [
    id,
    indicator,
    asOf,
    `${share} %`,
    String(population),
    answersUntil,
  ]);
  await (json === true
    ? printJson({ programme, samples })
    : print(table(['sample', 'indicator', 'as of', 'share', 'units', 'answers until'], rows)));
}
