import { createAccounts, grantOf, Refused, type Accounts, type Answer } from '@lotse/accounts';
import { createAccountStores } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import type { Grant } from '@lotse/policy';
import { CliError } from '../cli-error';
import { openDatabase } from '../lotse/database';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { statusLine } from '../output/status-line';

/** Accounts of the data folder, and where its pages are found. */
export interface AccountsHere {
  readonly accounts: Accounts;
  readonly site: string;
}

export interface SiteOption extends HomeOption {
  readonly site?: string;
  readonly json?: boolean;
}

const HELP: Readonly<Record<string, string>> = {
  'account-unknown':
    'There is no account of that id for which this can be done: lotse account list shows them.',
  'address-invalid': 'Give one mail address of the form name@host.',
  'address-taken': 'This mail address has an account already.',
  'credential-unknown': 'There is nothing of that id, or it has ended already.',
};

/** The value of an answer. @throws CliError that says why there is none */
export function done<Value>(answer: Answer<Value>): Value {
  if (answer instanceof Refused)
    throw new CliError(answer.code, HELP[answer.code] ?? `Refused: ${answer.code}.`);
  return answer;
}

/** A grant in words such as `role=company,organisation=company-1`. @throws CliError when it is none */
export function grantOfText(text: string): Grant {
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  const given = Object.fromEntries(
    pairs.map(([name, value]) => [name, name === 'duties' ? value.split('+') : value]),
  );
  const grant = grantOf(given);
  if (grant !== undefined) return grant;
  throw new CliError(
    'grant-invalid',
    'Write a grant as role=<role> and, with commas, what it is held for: programme=, organisation=, person=, reference=, duties=, from=, to=. University, company, municipality and funder need organisation, candidate needs person, assessor needs reference, mentor both.',
  );
}

/** Opens the accounts of the data folder, does the work and closes. */
export async function withAccounts<T>(
  options: SiteOption,
  work: (here: AccountsHere) => Promise<T>,
): Promise<T> {
  const progress = statusLine();
  const settings = settingsOf(options);
  return withLotse(settings, { need: 'database', tell: progress.show }, async ({ services, masterKey }) => {
    const database = await openDatabase(services.databaseUrl);
    const port = services.services.find(({ name }) => name === 'api')?.port ?? settings.config.PORT;
    const site = options.site ?? process.env['PUBLIC_URL'] ?? `http://127.0.0.1:${port}`;
    const clock = { now: () => new Date() };
    try {
      const stores = createAccountStores(database);
      return await work({
        accounts: createAccounts({ stores, keyring: createKeyring(masterKey), clock }),
        site,
      });
    } finally {
      await database.destroy();
    }
  }).finally(progress.clear);
}
