import { HANDOVER_REASONS, type HandoverReason } from '@lotse/journeys';
import { Option, type Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface HandOverOptions extends HomeOption {
  readonly to: string;
  readonly reason: HandoverReason;
  readonly json?: boolean;
}

/** `lotse task hand-over`: an account does a task from now on. */
export const taskHandOverCommand = (): Command =>
  defineCommand('hand-over', 'hand a task to an account; it stays in the inbox of its role')
    .argument('<journey>', 'id of the journey')
    .argument('<key>', 'key of the task, as lotse inbox prints it')
    .requiredOption('--to <account>', 'who does it from now on')
    .addOption(new Option('--reason <code>', 'why').choices(HANDOVER_REASONS).makeOptionMandatory())
    .option('--json', 'print one JSON object')
    .action(handOver);

async function handOver(journey: string, key: string, options: HandOverOptions): Promise<void> {
  const { to: account, reason } = options;
  const answer = await onDatabase(options, ({ journeys }) =>
    journeys.handOver({ journey, key, account, reason }, SENDER),
  );
  await printAnswer(`task ${key} of ${journey}, to ${account}`, answer, options.json);
}
