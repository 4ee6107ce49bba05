import type { Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface RemindOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse task remind`: those who are to do a task get its mail. */
export const taskRemindCommand = (): Command =>
  defineCommand('remind', 'have the mail of a task sent to those who are to do it; once a day at most')
    .argument('<journey>', 'id of the journey')
    .argument('<key>', 'key of the task, as lotse inbox prints it')
    .option('--json', 'print one JSON object')
    .action(remind);

async function remind(journey: string, key: string, options: RemindOptions): Promise<void> {
  const answer = await onDatabase(options, ({ journeys }) => journeys.remind(journey, key, SENDER));
  await printAnswer(`reminder of task ${key} of ${journey}`, answer, options.json);
}
