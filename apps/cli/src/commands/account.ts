import { pageOf, type ListedAccount } from '@lotse/accounts';
import { Command, Option } from 'commander';
import { done, grantOfText, withAccounts, type SiteOption } from '../accounts/with-accounts';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface InviteOptions extends SiteOption {
  readonly name: string;
  readonly email: string;
  readonly language: 'de' | 'en' | 'ru' | 'ky';
  readonly grant: readonly string[];
}

const PAGE = 500;
const collect = (text: string, before: readonly string[]): string[] => [...before, text];

/** `lotse account …`: who can sign in, and what they hold. */
export function accountCommand(): Command {
  const account = new Command('account').description(
    'invite, list and disable accounts, grant and revoke roles',
  );
  account.addCommand(
    defineCommand('invite', 'make an account; its link goes by mail and is printed once')
      .requiredOption('--name <name>', 'name of its owner')
      .requiredOption('--email <address>', 'mail address of its owner')
      .addOption(
        new Option('--language <code>', 'language of its mails')
          .choices(['de', 'en', 'ru', 'ky'])
          .default('de'),
      )
      .option('--grant <grant>', 'such as role=company,organisation=company-1; may be repeated', collect, [])
      .option('--site <url>', 'where its page is found (default: PUBLIC_URL, else the loopback)')
      .option('--json', 'print one JSON object')
      .action(invite),
  );
  account.addCommand(
    defineCommand('list', 'list accounts with their names and roles')
      .option('--json', 'print one JSON array')
      .action(list),
  );
  account.addCommand(
    defineCommand('disable', 'end an account with its sessions, tokens and links')
      .argument('<account>', 'id of the account')
      .option('--json', 'print one JSON object')
      .action(disable),
  );
  account.addCommand(
    defineCommand('grant', 'give a role')
      .argument('<account>', 'id of the account')
      .argument('<grant>', 'such as role=coordinator,programme=kg-glass-2023')
      .option('--json', 'print one JSON object')
      .action(grant),
  );
  account.addCommand(
    defineCommand('revoke', 'take a role away')
      .argument('<account>', 'id of the account')
      .argument('<grant>', 'id of the grant, as account list --json shows it')
      .option('--json', 'print one JSON object')
      .action(revoke),
  );
  return account;
}

async function invite({ name, email, language, grant: grants, ...options }: InviteOptions): Promise<void> {
  const given = grants.map(grantOfText);
  const made = await withAccounts(options, async ({ accounts, site }) => {
    const { secret, ...rest } = done(
      await accounts.directory.invite({ name, email, language, grants: given }, site),
    );
    return { ...rest, link: pageOf(site, 'invitation', secret) };
  });
  if (options.json === true) return printJson(made);
  await printLine(`Account ${made.account}; its link holds until ${made.expiresAt} and once:\n${made.link}`);
}

async function list(options: SiteOption): Promise<void> {
  const all = await withAccounts(options, async ({ accounts }) => {
    const found: ListedAccount[] = [];
    for (let page = await accounts.directory.list('', PAGE); page.length > 0;) {
      found.push(...page);
      page = await accounts.directory.list(page.at(-1)?.id ?? '', PAGE);
    }
    return found;
  });
  if (options.json === true) return printJson(all);
  const rows = all.map(({ id, status, name, grants }) => [
    id,
    status,
    name,
    grants
      .map(({ role, organisation, person, programme }) =>
        [role, organisation ?? person ?? programme].filter(Boolean).join(' '),
      )
      .join(', '),
  ]);
  await print(table(['account', 'status', 'name', 'holds'], rows));
}

async function disable(account: string, options: SiteOption): Promise<void> {
  await withAccounts(options, async ({ accounts }) => done(await accounts.directory.disable(account)));
  if (options.json === true) return printJson({ account, status: 'disabled' });
  await printLine(`Account ${account} is disabled.`);
}

async function grant(account: string, text: string, options: SiteOption): Promise<void> {
  const given = grantOfText(text);
  const added = await withAccounts(options, async ({ accounts }) =>
    done(await accounts.directory.grant(account, given)),
  );
  if (options.json === true) return printJson(added);
  await printLine(`Grant ${added.id}: ${account} is ${added.role}.`);
}

async function revoke(account: string, id: string, options: SiteOption): Promise<void> {
  await withAccounts(options, async ({ accounts }) => done(await accounts.directory.revoke(account, id)));
  if (options.json === true) return printJson({ account, grant: id, result: 'revoked' });
  await printLine(`Grant ${id} of ${account} is revoked.`);
}
