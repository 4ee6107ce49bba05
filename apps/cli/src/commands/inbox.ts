import { ROLES, type Role } from '@lotse/domain';
import type { InboxFilter } from '@lotse/journeys';
import { Option, type Command } from 'commander';
import { withAccounts } from '../accounts/with-accounts';
import { inboxText } from '../inbox/inbox-text';
import { reachOfAccount } from '../inbox/reach-of-account';
import { day, limit } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { defineCommand } from './define-command';

interface InboxOptions extends HomeOption {
  readonly account?: string;
  readonly handedTo?: string;
  readonly role?: Role;
  readonly organisation?: string;
  readonly programme?: string;
  readonly journey?: string;
  readonly until?: string;
  readonly snoozed?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

/** `lotse inbox`: what is to be done, overdue first, and what a role waits for others to do. */
export const inboxCommand = (): Command =>
  defineCommand('inbox', 'list what is to be done, overdue first; with --role also what it waits for')
    .addOption(new Option('--role <role>', 'what this role has to do').choices(ROLES))
    .option('--account <id>', 'what this account has to do, also for those it stands in for')
    .option('--handed-to <account>', 'only what was handed to this account, or to one that it stands in for')
    .option('--organisation <id>', 'only in journeys of this company or university')
    .option('--programme <id>', 'only of this programme')
    .option('--journey <id>', 'only of this journey')
    .option('--until <day>', 'only what is due by this day, YYYY-MM-DD', day)
    .option('--snoozed', 'only what was put off')
    .option('--limit <number>', 'most tasks in each list', limit, 100)
    .option('--json', 'print one JSON object')
    .action(listTasks);

async function listTasks(options: InboxOptions): Promise<void> {
  const { account, handedTo, role, organisation, programme, journey, until, snoozed } = options;
  const filter: InboxFilter = {
    limit: options.limit,
    ...(account === undefined ? {} : await accountFilter(account, options)),
    ...(handedTo === undefined ? {} : { handedTo }),
    ...(role === undefined ? {} : { role }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(programme === undefined ? {} : { programme }),
    ...(journey === undefined ? {} : { journey }),
    ...(until === undefined ? {} : { until }),
    ...(snoozed === undefined ? {} : { snoozed }),
  };
  const [todo, waiting] = await onDatabase(options, ({ journeys }) =>
    Promise.all([
      journeys.inbox(filter),
      // Without a role there is nobody who could wait for others.
      role === undefined ? { tasks: [] } : journeys.inbox({ ...filter, waiting: true }),
    ]),
  );
  if (options.json === true) return printJson({ ...todo, waiting });
  await print(inboxText(todo, role === undefined ? undefined : waiting));
}

async function accountFilter(
  account: string,
  options: HomeOption,
): Promise<Pick<InboxFilter, 'reach' | 'sight'>> {
  const others = await onDatabase(options, ({ journeys }) => journeys.actingFor(account));
  const ids = others.map((deputy) => deputy.account);
  return withAccounts(options, ({ accounts }) => reachOfAccount(accounts, account, ids));
}
