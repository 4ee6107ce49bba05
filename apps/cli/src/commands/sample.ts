import type { Sample, SampleAnswer } from '@lotse/reports';
import { Command, InvalidArgumentError } from 'commander';
import { CliError } from '../cli-error';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { indicatorOf } from '../reports/figures-text';
import { defineCommand } from './define-command';

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
export const sampleCommand = (): Command =>
  new Command('sample')
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
    );

const unitsText = ({ units }: Sample): string =>
  table(
    ['unit', 'stratum', 'evidence', 'finding', 'answer', 'outcome'],
    units.map(({ unit, stratum, evidence, finding, answer, outcome }) => [
      unit,
      stratum,
      evidence.join(', '),
      finding?.code ?? '',
      answer?.code ?? '',
      outcome?.code ?? '',
    ]),
  );

function accepted(answer: SampleAnswer): Exclude<SampleAnswer, { readonly result: 'refused' }> {
  if (answer.result !== 'refused') return answer;
  throw new CliError(answer.code, answer.message);
}

async function draw(id: string, options: DrawOptions): Promise<void> {
  const { programme, report, asOf, knownAt, seed, answersUntil, by, json } = options;
  indicatorOf(options.indicator);
  const { result, sample } = await onDatabase(options, async ({ reporting }) =>
    accepted(
      await reporting.samples.draw(
        {
          id,
          indicator: options.indicator,
          share: options.share,
          seed,
          answersUntil,
          ...(programme === undefined ? {} : { programme }),
          ...(report === undefined ? {} : { report }),
          ...(asOf === undefined ? {} : { asOf }),
          ...(knownAt === undefined ? {} : { knownAt }),
        },
        { id: by, entrance: 'shell' },
      ),
    ),
  );
  if (json === true) return printJson({ result, sample });
  await printLine(
    `${id} ${result}: ${sample.units.length} of ${sample.population} units of ${sample.indicator}, as of ${sample.asOf}`,
  );
  await print(unitsText(sample));
}

async function show(id: string, options: HomeOption & { readonly json?: boolean }): Promise<void> {
  const sample = await onDatabase(options, ({ reporting }) => reporting.samples.find(id));
  if (sample === undefined) throw new CliError('sample-unknown', `There is no sample ${id}.`);
  await (options.json === true ? printJson(sample) : print(unitsText(sample)));
}
