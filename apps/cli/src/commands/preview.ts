import type { Command } from 'commander';
import { previewLines } from '../answer/changes-text';
import { printAnswer } from '../answer/print-answer';
import { readCommandFile } from '../input/read-command-file';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { printLine } from '../output/print';
import { harmless } from '../output/table';
import { defineCommand } from './define-command';

interface PreviewOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse preview FILE`: what a command would change; nothing is kept. */
export const previewCommand = (): Command =>
  defineCommand('preview', 'show what one command would change: stage, due days, guards, tasks, figures')
    .argument('<file>', 'a file with one JSON object, or - for standard input')
    .option('--json', 'print one JSON object')
    .action(preview);

async function preview(file: string, options: PreviewOptions): Promise<void> {
  const { body, name } = await readCommandFile(file);
  const answer = await onDatabase(options, ({ journeys }) => journeys.preview(body, SENDER));
  await printAnswer(name, answer, options.json);
  if (options.json === true || answer.result !== 'would-be-accepted') return;
  const lines = previewLines(answer);
  for (const line of lines.length === 0 ? ['nothing but the fact itself'] : lines)
    await printLine(`    ${harmless(line)}`);
}
