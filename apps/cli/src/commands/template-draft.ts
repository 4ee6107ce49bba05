import type { Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { readJsonObject } from '../input/read-json';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { printLine } from '../output/print';
import { harmless } from '../output/table';
import { textOf } from '@lotse/domain';
import { defineCommand } from './define-command';

interface DraftOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse template draft FILE`: keeps a draft, with its faults told; an earlier draft of the id is replaced. */
export const templateDraftCommand = (): Command =>
  defineCommand('draft', 'keep a template as a draft, and tell what is still wrong with it')
    .argument('<file>', 'a file with the template as one JSON object, or - for standard input')
    .option('--json', 'print one JSON object')
    .action(draft);

async function draft(file: string, options: DraftOptions): Promise<void> {
  const body = await readJsonObject(file);
  const answer = await onDatabase(options, ({ journeys }) => journeys.draftTemplate(body, SENDER));
  await printAnswer(`draft ${textOf(body.id) || 'without id'}`, answer, options.json);
  if (options.json === true || answer.result === 'refused') return;
  for (const { text } of answer.faults) await printLine(`    ${harmless(text)}`);
}
