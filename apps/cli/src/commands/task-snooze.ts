import type { Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { day } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface SnoozeOptions extends HomeOption {
  readonly until: string;
  readonly json?: boolean;
}

/** `lotse task snooze`: a task stands in the inbox again on its follow-up day. */
export const taskSnoozeCommand = (): Command =>
  defineCommand('snooze', 'put a task off; a deadline of law to its due day at most')
    .argument('<journey>', 'id of the journey')
    .argument('<key>', 'key of the task, as lotse inbox prints it')
    .requiredOption('--until <day>', 'when it stands in the inbox again, YYYY-MM-DD', day)
    .option('--json', 'print one JSON object')
    .action(snooze);

async function snooze(journey: string, key: string, options: SnoozeOptions): Promise<void> {
  const answer = await onDatabase(options, ({ journeys }) =>
    journeys.snooze(journey, key, options.until, SENDER),
  );
  await printAnswer(`task ${key} of ${journey}, until ${options.until}`, answer, options.json);
}
