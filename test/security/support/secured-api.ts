import { createAccounts } from '@lotse/accounts';
import { createAccountStores, createDataSource } from '@lotse/persistence';
import { createKeyring, loadConfig } from '@lotse/platform';
import type { JsonObject } from '@lotse/domain';
import { EVERYTHING } from '@lotse/policy';
import { MASTER_KEY, startTestApi, type ApiUnderTest } from '../../e2e/support/running-api';
import { PEOPLE } from './people';
import { twinCohort } from './twin-cohort';

/** An answer without what differs from request to request. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly json: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SecuredApi {
  readonly api: ApiUnderTest;
  /** Asks with a token of one of `PEOPLE`, without the `demo-`. */
  ask(who: string, method: 'GET' | 'POST' | 'DELETE', path: string, body?: JsonObject): Promise<Answered>;
  /** The plain answer to a request of one of them. */
  fetchAs(who: string, path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The day of these tests: the whole cohort lies before it. */
export const TODAY = '2025-03-20';

/** Headers that differ from request to request. */
const OF_THE_MOMENT = /^(date|x-request-id|etag|content-length|ratelimit-.*)$/;

/** The real API on a real database with two tenants, and a real token for everybody. */
export async function openSecuredApi(
  environment: Readonly<Record<string, string>> = {},
): Promise<SecuredApi> {
  const api = await startTestApi({
    RATE_LIMIT_REQUESTS: '1000000',
    RATE_LIMIT_REFUSALS: '1000000',
    ...environment,
  });
  api.turnTo(TODAY);
  const refused = (await api.importLines(twinCohort())).filter(({ result }) => result !== 'accepted');
  if (refused.length > 0) throw new Error(`The cohort was refused: ${JSON.stringify(refused[0])}`);
  const dataSource = await createDataSource(api.databaseUrl, { scope: EVERYTHING }).initialize();
  const tokens = new Map<string, string>();
  try {
    const clock = { now: () => new Date(`${TODAY}T12:00:00Z`) };
    const accounts = createAccounts({
      stores: createAccountStores(dataSource),
      keyring: createKeyring(
        loadConfig('api', {
          DATABASE_URL: api.databaseUrl,
          LOTSE_MASTER_KEY: MASTER_KEY,
          LOTSE_HOME: api.home,
        }).LOTSE_MASTER_KEY,
      ),
      clock,
    });
    await accounts.demo.seed(PEOPLE);
    for (const { id } of PEOPLE) tokens.set(id, (await accounts.tokens.issue(id, { label: 'test' })).token);
  } finally {
    await dataSource.destroy();
  }
  const fetchAs: SecuredApi['fetchAs'] = (who, path, init = {}) => {
    const token = who === 'key' ? api.token : tokens.get(`demo-${who}`);
    if (token === undefined) throw new Error(`Nobody is called ${who}`);
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(`${api.url}${path}`, { ...init, headers });
  };
  return {
    api,
    fetchAs,
    ask: async (who, method, path, body) => {
      const response = await fetchAs(who, path, {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = (text.startsWith('{') ? JSON.parse(text) : {}) as JsonObject;
      const headers = Object.fromEntries([...response.headers].filter(([name]) => !OF_THE_MOMENT.test(name)));
      return { status: response.status, body: text, json, headers };
    },
    close: () => api.close(),
  };
}
