import type { Letter } from '@lotse/journeys';
import { createDataSource } from '@lotse/persistence';
import { createLogger, loadConfig } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import { createTestDatabase } from '@lotse/testing';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { startApi } from '../../../apps/api/src/start-api';
import { lettersOf, secretOf } from '../support/letters';
import { Browser } from './browser';

jest.setTimeout(240_000);

/** A clock that stands still until the test moves it. */
class StillClock {
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }
  advance(ms: number): void {
    this.#now += ms;
  }
}

const MASTER_KEY = Buffer.alloc(32, 'lotse-test').toString('base64');
export const PASSWORD = 'vier Worte und ein Komma';

/** The real API on a database of its own, under a clock that the test moves. */
export interface AccountsApi {
  readonly url: string;
  readonly clock: StillClock;
  readonly home: string;
  readonly databaseUrl: string;
  readonly token: string;
  log(): string;
  browser(headers?: Readonly<Record<string, string>>): Browser;
  /** Another API on the same database, under the same clock; closed with this one. */
  another(): Promise<string>;
  /** What the worker would have mailed by now, youngest last. */
  mails(): Promise<readonly Letter[]>;
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Secret of the link by which the first administrator comes in. */
  administratorLink(): Promise<string>;
  /** The code that an authenticator shows now. */
  code(secret: string): string;
  close(): Promise<void>;
}

export async function startAccountsApi(
  environment: Readonly<Record<string, string>> = {},
  from = '2024-01-10T12:00:00Z',
): Promise<AccountsApi> {
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'lotse-accounts-'));
  const lines: string[] = [];
  const clock = new StillClock(from);
  const config = loadConfig('api', {
    DATABASE_URL: database.url,
    LOTSE_MASTER_KEY: MASTER_KEY,
    LOTSE_HOME: home,
    PORT: '0',
    ...environment,
  });
  const destination = { write: (line: string) => void lines.push(line) };
  const start = () =>
    startApi(config, createLogger({ process: 'api', level: 'debug', destination }), clock, () =>
      clock.now().getTime(),
    );
  const api = await start();
  const others: Awaited<ReturnType<typeof start>>[] = [];
  const dataSource = await createDataSource(database.url, { scope: EVERYTHING }).initialize();
  const host: Record<string, string> =
    environment.PUBLIC_URL === undefined ? {} : { Host: new URL(environment.PUBLIC_URL).host };
  return {
    url: api.url,
    clock,
    home,
    databaseUrl: database.url,
    token: (await readFile(join(home, 'administrator.token'), 'utf8')).trim(),
    log: () => lines.join(''),
    browser: (headers = {}) => new Browser(api.url, { ...host, ...headers }),
    async another() {
      const other = await start();
      others.push(other);
      return other.url;
    },
    mails: lettersOf(dataSource, config.LOTSE_MASTER_KEY, clock),
    query: (sql, values = []) => dataSource.query(sql, [...values]),
    administratorLink: async () => secretOf(await readFile(join(home, 'administrator.link'), 'utf8')),
    code: (secret) => generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) }),
    async close() {
      for (const running of [api, ...others]) await running.close();
      await dataSource.destroy();
      await database.drop();
      await rm(home, { recursive: true });
    },
  };
}

/** Somebody who signed in with a second factor. */
export interface SignedIn {
  readonly browser: Browser;
  readonly id: string;
  readonly email: string;
  /** Of the code generator. */
  readonly totp: string;
  readonly recoveryCodes: readonly string[];
}

/** Comes in as the first administrator, with a code generator. */
export async function firstAdministrator(api: AccountsApi): Promise<SignedIn> {
  const email = 'admin@lotse.example';
  const browser = api.browser();
  const link = await api.administratorLink();
  await browser.post(`/api/v1/invitations/${link}`, { password: PASSWORD, name: 'Айгүл Ө.', email });
  return signInWithTotp(api, browser, email);
}

/** Invites somebody by the administrator and lets them come in. `second` also sets up a code generator. */
export async function invited(
  api: AccountsApi,
  administrator: SignedIn,
  { email, grants }: { readonly email: string; readonly grants: readonly object[] },
): Promise<Browser> {
  const body = { name: 'Ольга Nováková', email, language: 'de', grants };
  const made = await administrator.browser.post('/api/v1/accounts', body);
  if (made.status !== 201) throw new Error(`no invitation: ${made.text}`);
  const letter = (await api.mails()).findLast(({ to }) => to === email);
  const browser = api.browser();
  const link = secretOf(letter?.notice?.secret ?? '');
  await browser.post(`/api/v1/invitations/${link}`, { password: PASSWORD });
  await browser.post('/api/v1/session', { email, password: PASSWORD });
  return browser;
}

async function signInWithTotp(api: AccountsApi, browser: Browser, email: string): Promise<SignedIn> {
  await browser.post('/api/v1/session', { email, password: PASSWORD });
  const draft = await browser.post('/api/v1/account/totp');
  const totp = String(draft.body.secret);
  const confirmed = await browser.put('/api/v1/account/totp', { code: api.code(totp) });
  const current = await browser.get('/api/v1/session');
  return {
    browser,
    id: String(current.body.account),
    email,
    totp,
    recoveryCodes: confirmed.body.recoveryCodes,
  };
}
