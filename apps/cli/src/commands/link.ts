import { pageOf } from '@lotse/accounts';
import { COMMANDS, type Role } from '@lotse/domain';
import { Command, Option } from 'commander';
import { done, withAccounts, type SiteOption } from '../accounts/with-accounts';
import { CliError } from '../cli-error';
import { printJson, printLine } from '../output/print';
import { defineCommand } from './define-command';

interface IssueOptions extends SiteOption {
  readonly role: Role;
  readonly organisation?: string;
  readonly reference?: string;
  readonly placement?: string;
  readonly command: readonly string[];
  readonly email: string;
  readonly language: 'de' | 'en' | 'ru' | 'ky';
  readonly days: number;
  readonly once?: boolean;
}

const MOST_DAYS = 90;

function days(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= MOST_DAYS) return value;
  throw new CliError('fields-invalid', `--days must be a whole number from 1 to ${MOST_DAYS}.`);
}

function commands(text: string, before: readonly string[]): string[] {
  if (!Object.hasOwn(COMMANDS, text)) throw new CliError('unknown-command', `There is no command ${text}.`);
  return [...before, text];
}

/** `lotse link …`: links for people without an account. */
export function linkCommand(): Command {
  const link = new Command('link').description('issue and revoke links for people without an account');
  link.addCommand(
    defineCommand('issue', 'make a link; it goes by mail and is printed once')
      .argument('<journey>', 'id of the journey')
      .addOption(
        new Option('--role <role>', 'as whom its holder acts')
          .choices(['mentor', 'company', 'university', 'municipality', 'candidate'])
          .makeOptionMandatory(),
      )
      .option('--organisation <id>', 'for which organisation')
      .option('--reference <id>', 'reference of a mentor')
      .option('--placement <id>', 'the one placement')
      .requiredOption('--command <name>', 'a command of the form; may be repeated', commands, [])
      .requiredOption('--email <address>', 'where it goes')
      .addOption(
        new Option('--language <code>', 'language of its mails')
          .choices(['de', 'en', 'ru', 'ky'])
          .default('de'),
      )
      .option('--days <number>', 'how long it holds', days, 14)
      .option('--once', 'one command uses it up')
      .option('--site <url>', 'where its page is found (default: PUBLIC_URL, else the loopback)')
      .option('--json', 'print one JSON object')
      .action(issue),
  );
  link.addCommand(
    defineCommand('revoke', 'end a link')
      .argument('<link>', 'id of the link')
      .option('--json', 'print one JSON object')
      .action(revoke),
  );
  return link;
}

async function issue(journey: string, options: IssueOptions): Promise<void> {
  const { role, organisation, reference, placement, command, email, language, once } = options;
  if (command.length === 0) throw new CliError('fields-invalid', 'Name the commands of the form: --command.');
  const made = await withAccounts(options, async ({ accounts, site }) => {
    const given = {
      role,
      journey,
      commands: command,
      singleUse: once === true,
      days: options.days,
      language,
      email,
      ...(organisation === undefined ? {} : { organisation }),
      ...(reference === undefined ? {} : { reference }),
      ...(placement === undefined ? {} : { placement }),
    };
    const { token, ...rest } = done(await accounts.scopedLinks.issue(given, 'administrator', site));
    return { ...rest, link: pageOf(site, 'form', token) };
  });
  if (options.json === true) return printJson(made);
  await printLine(`Link ${made.id}, until ${made.expiresAt}:\n${made.link}`);
}

async function revoke(link: string, options: SiteOption): Promise<void> {
  await withAccounts(options, async ({ accounts }) => done(await accounts.scopedLinks.revoke(link)));
  if (options.json === true) return printJson({ link, result: 'revoked' });
  await printLine(`Link ${link} is revoked.`);
}
