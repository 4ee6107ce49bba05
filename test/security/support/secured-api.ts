import { createAccounts, Refused } from '@lotse/accounts';
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
  ask(who: string, method: Method, path: string, body?: JsonObject): Promise<Answered>;
  /** Asks in a session of theirs that has proved its second factor, as a page of this API would. */
  askInSession(who: string, method: Method, path: string, body?: JsonObject): Promise<Answered>;
  /** Sends a body as it is: in a session, or by the data folder's token for `key`. */
  sendText(
    who: string,
    method: Method,
    path: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answered>;
  /** Sends a file. */
  send(who: string, path: string, bytes: Buffer, type?: string): Promise<Answered>;
  /** The token that they ask with. */
  tokenOf(who: string): string;
  /** The plain answer to a request of one of them. */
  fetchAs(who: string, path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The day of these tests: the whole cohort lies before it. */
export const TODAY = '2025-03-20';

const JSON_TYPE = /^application\/(problem\+)?json/;

/** Headers that differ from request to request. */
const OF_THE_MOMENT = /^(connection|keep-alive|date|x-request-id|etag|content-length|ratelimit-.*)$/;

/** The real API on a real database with two tenants, and a real token for everybody. */
export async function openSecuredApi(
  environment: Readonly<Record<string, string>> = {},
): Promise<SecuredApi> {
  const api = await startTestApi({
    RATE_LIMIT_REQUESTS: '1000000',
    RATE_LIMIT_REFUSALS: '1000000',
    RATE_LIMIT_COMPLAINTS: '1000000',
    ...environment,
  });
  api.turnTo(TODAY);
  const refused = (await api.importLines(twinCohort())).filter(({ result }) => result !== 'accepted');
  if (refused.length > 0) throw new Error(`The cohort was refused: ${JSON.stringify(refused[0])}`);
  const dataSource = await createDataSource(api.databaseUrl, { scope: EVERYTHING }).initialize();
  const tokens = new Map<string, string>();
  const sessions = new Map<string, string>();
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
    for (const { id } of PEOPLE) {
      tokens.set(id, (await accounts.tokens.issue(id, { label: 'test' })).token);
      const opened = await accounts.demo.signIn(id);
      if (!(opened instanceof Refused)) sessions.set(id, opened.secret);
    }
  } finally {
    await dataSource.destroy();
  }
  const tokenOf = (who: string): string => {
    const token = who === 'key' ? api.token : tokens.get(`demo-${who}`);
    if (token === undefined) throw new Error(`Nobody is called ${who}`);
    return token;
  };
  const fetchAs: SecuredApi['fetchAs'] = (who, path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${tokenOf(who)}`);
    return fetch(`${api.url}${path}`, { ...init, headers });
  };
  const fetchInSession = (who: string, path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', `lotse-session=${sessions.get(`demo-${who}`) ?? ''}`);
    headers.set('x-lotse-request', '1');
    return fetch(`${api.url}${path}`, { ...init, headers });
  };
  const asJson = (body: JsonObject | undefined): RequestInit =>
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return {
    api,
    tokenOf,
    fetchAs,
    ask: async (who, method, path, body) => answered(await fetchAs(who, path, { method, ...asJson(body) })),
    askInSession: async (who, method, path, body) =>
      answered(await fetchInSession(who, path, { method, ...asJson(body) })),
    sendText: async (who, method, path, body, headers) =>
      answered(await (who === 'key' ? fetchAs : fetchInSession)(who, path, { method, body, headers })),
    send: async (who, path, bytes, type = 'application/pdf') => {
      const headers = { 'content-type': type };
      return answered(await fetchAs(who, path, { method: 'POST', headers, body: Uint8Array.from(bytes) }));
    },
    close: () => api.close(),
  };
}

async function answered(response: Response): Promise<Answered> {
  const body = await response.text();
  const json = (
    body.startsWith('{') && JSON_TYPE.test(response.headers.get('content-type') ?? '') ? JSON.parse(body) : {}
  ) as JsonObject;
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !OF_THE_MOMENT.test(name)));
  return { status: response.status, body, json, headers };
}
