import type { Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { readCommandFile } from '../input/read-command-file';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface SubmitOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse command FILE`: gives one command; the same file again is a repeat without effect. */
export const commandCommand = (): Command =>
  defineCommand('command', 'give one command, written as a line of an import; status 2 when it is refused')
    .argument('<file>', 'a file with one JSON object, or - for standard input')
    .option('--json', 'print one JSON object')
    .action(submit);

async function submit(file: string, options: SubmitOptions): Promise<void> {
  const { body, name } = await readCommandFile(file);
  const answer = await onDatabase(options, ({ journeys }) => journeys.submit(body, SENDER));
  await printAnswer(name, answer, options.json);
}
