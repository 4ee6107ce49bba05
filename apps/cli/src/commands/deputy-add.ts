import type { Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { day } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface AddOptions extends HomeOption {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** `lotse deputy add`: who stands in for an account from one day to another. */
export const deputyAddCommand = (): Command =>
  defineCommand('add', 'name who stands in for an account, both days included')
    .argument('<account>', 'id of the account')
    .argument('<deputy>', 'id of the account that stands in for it')
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD', day)
    .requiredOption('--to <day>', 'last day, YYYY-MM-DD', day)
    .option('--json', 'print one JSON object')
    .action(add);

async function add(account: string, deputy: string, options: AddOptions): Promise<void> {
  const { from, to } = options;
  const answer = await onDatabase(options, ({ journeys }) =>
    journeys.addDeputy({ account, deputy, from, to }, SENDER),
  );
  const number = answer.result === 'accepted' ? ` ${answer.number}` : '';
  await printAnswer(`deputy${number} of ${account}, ${deputy} from ${from} to ${to}`, answer, options.json);
}
