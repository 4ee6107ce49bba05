import { InvalidArgumentError, type Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface WithdrawOptions extends HomeOption {
  readonly json?: boolean;
}

/** The number under which a deputy is listed. */
function numberOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('Give the number that deputy list prints.');
  return Number(text);
}

/** `lotse deputy withdraw`: from now on nobody stands in by that entry; it stays on record. */
export const deputyWithdrawCommand = (): Command =>
  defineCommand('withdraw', 'withdraw a deputy; the entry stays on record')
    .argument('<account>', 'id of the account')
    .argument('<number>', 'number of the entry, as deputy list prints it', numberOf)
    .option('--json', 'print one JSON object')
    .action(withdraw);

async function withdraw(account: string, number: number, options: WithdrawOptions): Promise<void> {
  const answer = await onDatabase(options, ({ journeys }) =>
    journeys.withdrawDeputy(account, number, SENDER),
  );
  await printAnswer(`withdrawal of deputy ${number} of ${account}`, answer, options.json);
}
