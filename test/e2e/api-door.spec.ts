import { Client } from 'pg';
import request from 'supertest';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bodyOf, commandsOf, referenceRecords, startTestApi, type ApiUnderTest } from './support/running-api';

const COMMANDS = '/api/v1/journeys/j01/commands';
const [nominate = {}] = commandsOf('j01').map(bodyOf);

describe('the door of the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await startTestApi({ PUBLIC_URL: 'https://lotse.example.org' })));
  afterAll(() => api.close());
  const anonymous = (): ReturnType<typeof request> => request(api.url);
  const send = (body: string | Buffer, type = 'application/json'): request.Test =>
    anonymous()
      .post(COMMANDS)
      .auth(api.token, { type: 'bearer' })
      .set('Content-Type', type)
      .serialize((given: unknown) => given as string)
      .send(body);

  describe('needs the administrator’s token', () => {
    it('which it made at its first start, readable by its owner alone', async () => {
      const file = join(api.home, 'administrator.token');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{43}\n$/);
      const database = new Client({ connectionString: api.databaseUrl });
      await database.connect();
      await database.query(`SET lotse.scope TO '{"all":true}'`);
      const { rows } = await database.query('SELECT id, hash FROM api_token');
      await database.end();
      expect(rows).toEqual([
        { id: 'administrator', hash: createHash('sha256').update(api.token).digest('hex') },
      ]);
    });

    it.each(['/api/v1/journeys', '/api/v1/sheet', '/api/v1/nothing', '/api', '/API/v1/journeys'])(
      'at %s',
      async (path) => {
        const { body, headers, type } = await anonymous().get(path).expect(401);
        expect(type).toBe('application/problem+json');
        expect(body).toMatchObject({ code: 'token-missing' });
        expect(headers['www-authenticate']).toMatch(/^Bearer/);
      },
    );

    it('before it reads anything', async () => {
      const { body } = await anonymous()
        .post(COMMANDS)
        .set('Content-Type', 'application/json')
        .send('{'.repeat(100))
        .expect(401);
      expect(body).toMatchObject({ code: 'token-missing' });
    });

    it.each(['x'.repeat(43), 'short', ''])('and no other: "%s"', async (token) => {
      const { body } = await anonymous()
        .get('/api/v1/journeys')
        .set('Authorization', `Bearer ${token}`)
        .expect(401);
      expect(body.code).toBe(token === '' ? 'token-missing' : 'token-unknown');
    });

    it.each(['/health/live', '/health/ready', '/docs', '/openapi.json'])('but not at %s', async (path) => {
      await anonymous().get(path).expect(200);
    });
  });

  describe('reads only what it can', () => {
    it.each([
      ['broken JSON', '{"id": "c1",', 400, 'body-unreadable'],
      ['a body that is text', '"nominate"', 400, 'body-unreadable'],
      ['a list', '[]', 422, 'fields-invalid'],
      ['an empty body', '', 422, 'fields-invalid'],
      ['bytes that are no UTF-8', Buffer.from('{"id": "\xff"}', 'latin1'), 400, 'body-unreadable'],
      ['nesting without end', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, 400, 'body-too-deep'],
      ['more than 1 MiB', `{"id": "${'x'.repeat(1_048_576)}"}`, 413, 'body-too-large'],
    ])('refuses %s', async (_name, body, status, code) => {
      const answer = await send(body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.type).toBe('application/problem+json');
    });

    it('does not take brackets in text for nesting', async () => {
      const text = `{"id": "x", "note": "\\"${'['.repeat(100)}"}`;
      expect((await send(text)).body).toMatchObject({ code: 'fields-invalid' });
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/merge-patch+json'])(
      'refuses a body of %s',
      async (type) => {
        const answer = await send('{}', type);
        expect([answer.status, answer.body.code]).toEqual([415, 'media-type-unsupported']);
      },
    );

    it('refuses a compressed body and another charset', async () => {
      const zipped = await send(gzipSync('{}')).set('Content-Encoding', 'gzip');
      expect([zipped.status, zipped.body.code]).toEqual([415, 'media-type-unsupported']);
      const latin = await send('{}', 'application/json; charset=latin1');
      expect([latin.status, latin.body.code]).toEqual([415, 'media-type-unsupported']);
    });
  });

  describe('serves only its own names', () => {
    const statusFor = (host: string, path = '/api/v1/journeys'): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const headers = { host, authorization: `Bearer ${api.token}` };
        rawRequest(`${api.url}${path}`, { headers, setHost: false }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .once('error', reject)
          .end();
      });

    it.each(['localhost', '127.0.0.1:3000', '[::1]:80', 'LOCALHOST:1', 'lotse.example.org'])(
      'as %s',
      async (host) => {
        expect(await statusFor(host)).toBe(200);
      },
    );

    it.each([
      'evil.example',
      'localhost.evil.example',
      'lotse.example.org.evil.example',
      '127.0.0.1.nip.io',
      '10.0.0.1',
      'a b',
    ])('not as %s', async (host) => {
      expect(await statusFor(host)).toBe(421);
      expect(await statusFor(host, '/openapi.json')).toBe(421);
    });

    it('but tells its health under any name', async () => {
      expect(await statusFor('10.0.0.1', '/health/live')).toBe(200);
    });
  });

  it('gives each request an id, its sender’s own where that is one', async () => {
    const own = await anonymous().get('/health/live').set('X-Request-Id', 'abc-12345');
    expect(own.headers['x-request-id']).toBe('abc-12345');
    const made = await anonymous().get('/health/live').set('X-Request-Id', 'a b\tc');
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says nothing of what it is built of, and lets no page run anything', async () => {
    const { headers } = await api.get('/api/v1/journeys');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('logs each request without anything that somebody wrote', async () => {
    await api.importLines(referenceRecords());
    await api.post(COMMANDS, nominate).expect(201);
    await api.get('/api/v1/Azamat-Asanov?name=Azamat').expect(404);
    await api.post(COMMANDS, { ...nominate, id: 'x', 'Azamat Asanov': 'Azamat' }).expect(422);
    const lines = api.log();
    expect(lines).toMatch(/"route":"\/api\/v1\/journeys\/:journey\/commands","status":201/);
    expect(lines).not.toMatch(/Azamat|Asanov|Азамат|Silicate/);
    expect(lines).not.toContain(api.token);
  });
});

describe('a token that is given', () => {
  const token = 'given-token-that-is-long-enough-1234';
  let api: ApiUnderTest | undefined;
  afterEach(() => api?.close());

  it('replaces the one that would be made', async () => {
    api = await startTestApi({ LOTSE_ADMINISTRATOR_TOKEN: token });
    await api.get('/api/v1/journeys').expect(200);
    const file = join(api.home, 'administrator.token');
    expect(() => statSync(file)).toThrow(/ENOENT/);
  });
});
