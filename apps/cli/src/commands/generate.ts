import { dayInBerlin } from '@lotse/domain';
import { InvalidArgumentError, type Command } from 'commander';
import { EXIT } from '../exit-code';
import { generate } from '../generate/generate';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { progressBar } from '../output/progress-bar';
import { printJson, printLine } from '../output/print';
import { harmless } from '../output/table';
import { defineCommand } from './define-command';

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };

interface GenerateOptions extends HomeOption {
  readonly journeys: number;
  readonly seed: number;
  readonly programme: string;
  readonly json?: boolean;
}

/** Refusals that are shown; a generated way that the rules refuse is a fault of the generator. */
const SHOWN = 5;

/** `lotse generate`: a programme of people who do not exist. The same seed gives the same ones on the same day. */
export const generateCommand = (): Command =>
  defineCommand(
    'generate',
    'fill a programme of its own with made-up people and their journeys, as for trials and measurements',
  )
    .requiredOption('--journeys <n>', 'how many, up to 50000', wholeNumber(1, 50_000))
    .option('--seed <n>', 'which ones; the same seed gives the same', wholeNumber(0, 2_147_483_647), 1)
    .option('--programme <id>', 'the id of the new programme', 'generated')
    .option('--json', 'print one JSON object')
    .action(run);

async function run({ journeys: number, seed, programme, json, ...home }: GenerateOptions): Promise<void> {
  const refused: string[] = [];
  const report = await onDatabase(home, ({ journeys }, status) =>
    generate(
      journeys,
      { programme, journeys: number, seed, today: dayInBerlin(new Date()) },
      (persons) => status.show(progressBar(persons / number, `${persons} of ${number} journeys`)),
      (text) => refused.push(text),
    ),
  );
  if (json === true) await printJson({ programme, seed, ...report });
  else {
    for (const text of refused.slice(0, SHOWN)) await printLine(`refused ${harmless(text)}`);
    await printLine(
      `programme ${programme}, seed ${seed}: ${report.persons} journeys, ${report.accepted} commands accepted, ${report.refused} refused`,
    );
  }
  if (report.refused > 0) process.exitCode = EXIT.refused;
}
