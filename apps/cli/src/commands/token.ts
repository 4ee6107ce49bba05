import { ACTIONS } from '@lotse/policy';
import { Command } from 'commander';
import { done, withAccounts, type SiteOption } from '../accounts/with-accounts';
import { CliError } from '../cli-error';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface IssueOptions extends SiteOption {
  readonly label: string;
  readonly scope: readonly string[];
  readonly days?: number;
}

const MOST_DAYS = 365;

function days(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= MOST_DAYS) return value;
  throw new CliError('fields-invalid', `--days must be a whole number from 1 to ${MOST_DAYS}.`);
}

function scopes(text: string, before: readonly string[]): string[] {
  const action = ACTIONS.find((known) => known === text);
  if (action === undefined) throw new CliError('fields-invalid', `${text} is no action of the policy.`);
  return [...before, action];
}

/** `lotse token …`: tokens of an account for programs. */
export function tokenCommand(): Command {
  const token = new Command('token').description('issue, list and revoke tokens for programs');
  token.addCommand(
    defineCommand('issue', 'make a token; it is printed once')
      .argument('<account>', 'id of the account')
      .requiredOption('--label <id>', 'what it is for')
      .option('--scope <action>', 'an action it may take; may be repeated; without it all', scopes, [])
      .option('--days <number>', 'how long it holds (default: 365)', days)
      .option('--json', 'print one JSON object')
      .action(issue),
  );
  token.addCommand(
    defineCommand('list', 'list the tokens of an account')
      .argument('<account>', 'id of the account')
      .option('--json', 'print one JSON array')
      .action(list),
  );
  token.addCommand(
    defineCommand('revoke', 'end a token')
      .argument('<account>', 'id of the account')
      .argument('<token>', 'id of the token')
      .option('--json', 'print one JSON object')
      .action(revoke),
  );
  return token;
}

async function issue(account: string, options: IssueOptions): Promise<void> {
  const { label, scope, days: lasting } = options;
  const made = await withAccounts(options, async ({ accounts }) => {
    done(await accounts.directory.find(account));
    return accounts.tokens.issue(account, {
      label,
      ...(scope.length === 0 ? {} : { scopes: scope }),
      ...(lasting === undefined ? {} : { days: lasting }),
    });
  });
  if (options.json === true) return printJson(made);
  await printLine(`Token ${made.issued.id}, until ${made.issued.expiresAt}:\n${made.token}`);
}

async function list(account: string, options: SiteOption): Promise<void> {
  const tokens = await withAccounts(options, ({ accounts }) => accounts.tokens.list(account));
  if (options.json === true) return printJson(tokens);
  const rows = tokens.map(({ id, label, expiresAt, lastUsedAt, scopes: held }) => [
    id,
    label,
    expiresAt,
    lastUsedAt ?? 'never',
    held?.join(' ') ?? 'all',
  ]);
  await print(table(['token', 'label', 'until', 'last used', 'scopes'], rows));
}

async function revoke(account: string, token: string, options: SiteOption): Promise<void> {
  await withAccounts(options, async ({ accounts }) => done(await accounts.tokens.revoke(account, token)));
  if (options.json === true) return printJson({ account, token, result: 'revoked' });
  await printLine(`Token ${token} of ${account} is revoked.`);
}
