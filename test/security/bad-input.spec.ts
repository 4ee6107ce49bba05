import { isJsonObject, type JsonObject } from '@lotse/domain';
import { createDataSource } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import { request } from 'node:http';
import type { DataSource } from 'typeorm';
import { startTestApi } from '../e2e/support/running-api';
import { operationsOfApi, type Operation } from './support/api-operations';
import { belongingsOf, type Belongings } from './support/belongings';
import { openSecuredApi, type Answered, type SecuredApi } from './support/secured-api';
import { rowsOf } from './support/stored-rows';

jest.setTimeout(600_000);

/** Who may come as far as the body; the first who does is taken. */
const SENDERS = ['key', 'administrator', 'coordinator', 'lead', 'candidate', 'named', 'auditor'] as const;

/** Needs a link, which test/e2e/accounts/links.spec.ts has. */
const BY_LINK = ['/api/v1/links/own/proof'];

/** Bodies that hold what their sender likes, told by other rules: the data of a command, a template. */
const FREE = /\/commands(\/preview)?$|\/templates\/|\/approvals$/;

describe('a body that is not what is asked for', () => {
  let secured: SecuredApi;
  let owner: DataSource;
  let ids: Belongings;
  let sent = 0;
  const withBody = operationsOfApi().filter(
    ({ path, body }) => body?.type === 'application/json' && !BY_LINK.includes(path),
  );

  beforeAll(async () => {
    secured = await openSecuredApi({ RATE_LIMIT_LOGINS: '1000000' });
    owner = await createDataSource(secured.api.databaseUrl, { scope: EVERYTHING }).initialize();
    ids = await belongingsOf(secured, '', (sql, values = []) => owner.query(sql, [...values]));
  });
  afterAll(async () => {
    await owner.destroy();
    await secured.close();
    process.stdout.write(`bad bodies sent: ${sent} to ${withBody.length} operations\n`);
  });

  /** The answer of the first sender whose body was looked at. */
  async function refusal(
    { method, path, parameters }: Operation,
    body: string,
  ): Promise<Answered | undefined> {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'none');
    const query = new URLSearchParams(
      parameters.flatMap(({ name, place }): [string, string][] =>
        place === 'query' && name in ids ? [[name, ids[name] ?? '']] : [],
      ),
    );
    for (const who of SENDERS) {
      sent += 1;
      const headers = { 'content-type': 'application/json' };
      const answer = await secured.sendText(
        who,
        method,
        query.size === 0 ? filled : `${filled}?${query}`,
        body,
        headers,
      );
      if (answer.status === 422 || answer.status < 300) return answer;
    }
    return undefined;
  }

  const exampleOf = ({ body }: Operation): JsonObject => (isJsonObject(body?.example) ? body.example : {});
  const bodies = (operation: Operation): [what: string, text: string][] => {
    const example = exampleOf(operation);
    const text = JSON.stringify(example);
    const scalars = Object.entries(example).filter(([, value]) => typeof value === 'string');
    return [
      ['a field more', JSON.stringify({ ...example, isAdministrator: true })],
      ['__proto__', `${text.slice(0, -1)}${text === '{}' ? '' : ','}"__proto__":{"isAdministrator":true}}`],
      ['a list for an object', JSON.stringify([example])],
      ...scalars.flatMap(([name, value]): [string, string][] => [
        [`a list for ${name}`, JSON.stringify({ ...example, [name]: [value ?? ''] })],
        [`an object for ${name}`, JSON.stringify({ ...example, [name]: { $ne: '' } })],
      ]),
    ];
  };

  it('is refused by every operation and changes nothing: fields more, __proto__, lists and objects for texts', async () => {
    const before = await rowsOf(owner);
    const taken: string[] = [];
    for (const operation of withBody.filter(({ path }) => !FREE.test(path)))
      for (const [what, body] of bodies(operation)) {
        const answer = await refusal(operation, body);
        if (answer?.status !== 422)
          taken.push(`${operation.method} ${operation.path} with ${what}: ${answer?.status} ${answer?.body}`);
      }
    expect(taken).toEqual([]);
    expect((await rowsOf(owner)).all).toEqual(before.all);
    expect({}).not.toHaveProperty('isAdministrator');
  });

  it.each([
    '/api/v1/journeys?limit=1&limit=2',
    '/api/v1/journeys?programme=kg-glass-2023&programme=other',
    '/api/v1/journeys?__proto__=1',
    '/api/v1/inbox?journey[$ne]=1',
  ])('a query that says two things is refused: %s', async (path) => {
    expect(await secured.ask('coordinator', 'GET', path)).toMatchObject({ status: 422 });
  });

  it('TRACE gives nothing back of what was sent', async () => {
    const { hostname, port } = new URL(secured.api.url);
    const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${secured.api.token}`, 'x-canary': 'CANARY' };
      const asked = request(
        { hostname, port, method: 'TRACE', path: '/api/v1/journeys', headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }),
          );
        },
      );
      asked.on('error', reject).end();
    });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('CANARY');
  });

  it.each(['/api/v1/journeys', '/api/v1/nothing', '/health/live', '/openapi.json'])(
    'every answer tells browsers to keep to themselves: %s',
    async (path) => {
      const { headers } = await secured.ask('coordinator', 'GET', path);
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringMatching(/base-uri 'none'/) as string,
      });
      expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    },
  );
});

describe('who says to come from elsewhere', () => {
  /** Status of the last of so many forged tokens, each said to come from another address. */
  const lastOf = async (environment: Readonly<Record<string, string>>): Promise<number> => {
    const api = await startTestApi({ RATE_LIMIT_REFUSALS: '3', ...environment });
    try {
      let status = 0;
      for (let tries = 1; tries <= 5; tries += 1) {
        const headers = { authorization: 'Bearer lotse_at_forged', 'x-forwarded-for': `203.0.113.${tries}` };
        ({ status } = await fetch(`${api.url}/api/v1/journeys`, { headers }));
      }
      return status;
    } finally {
      await api.close();
    }
  };

  it('is not believed', async () => {
    expect(await lastOf({})).toBe(429);
  });

  it('is believed where a proxy says so that the operator has named', async () => {
    expect(await lastOf({ TRUSTED_PROXIES: '127.0.0.1' })).toBe(401);
  });
});
