import { textOf } from '@lotse/domain';
import type { Command } from 'commander';
import { EXIT } from '../exit-code';
import { readJsonObject } from '../input/read-json';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';
import { harmless } from '../output/table';
import { defineCommand } from './define-command';

interface ValidateOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse template validate FILE`: everything wrong with a template; keeps nothing. */
export const templateValidateCommand = (): Command =>
  defineCommand('validate', 'tell everything that is wrong with a template; status 2 when something is')
    .argument('<file>', 'a file with the template as one JSON object, or - for standard input')
    .option('--json', 'print one JSON object')
    .action(validate);

async function validate(file: string, options: ValidateOptions): Promise<void> {
  const body = await readJsonObject(file);
  const faults = await onDatabase(options, ({ journeys }) =>
    Promise.resolve(journeys.validateTemplate(body)),
  );
  if (faults.length > 0) process.exitCode = EXIT.refused;
  if (options.json === true) return printJson({ template: textOf(body.id), faults });
  if (faults.length === 0) return printLine(harmless(`${textOf(body.id)} can be published.`));
  for (const { text } of faults) await printLine(harmless(text));
}
