import type { Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface PublishOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse template publish ID`: from then on the template never changes. */
export const templatePublishCommand = (): Command =>
  defineCommand('publish', 'publish a draft without faults; from then on it never changes')
    .argument('<id>', 'id of the draft')
    .option('--json', 'print one JSON object')
    .action(publish);

async function publish(id: string, options: PublishOptions): Promise<void> {
  const answer = await onDatabase(options, ({ journeys }) => journeys.publishTemplate(id, SENDER));
  await printAnswer(`template ${id}`, answer, options.json);
}
