import { createWebhookOutbox, createWebhookStore } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { createWebhookPost, createWebhooks, type WebhookPost, type Webhooks } from '@lotse/reports';
import { TEST_MASTER_KEY } from '@lotse/testing';
import { createWebhookSender } from '@lotse/webhook';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { PROJECT } from './journeys/project';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('webhooks on locked reports', () => {
  let database: JourneysDatabase;
  let server: Server;
  let port: number;
  let webhooks: Webhooks;
  let post: WebhookPost;
  const received: Received[] = [];
  let status = 204;
  /** When webhooks are made: between one lock and the next. */
  let madeAt = new Date('2026-03-01T10:00:00.000Z');
  const clock = { now: () => madeAt };
  const keys = createKeyring(TEST_MASTER_KEY);

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT);
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
        });
        response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
    webhooks = createWebhooks({
      store: createWebhookStore(database.application),
      keys,
      clock,
      allowPrivate: true,
    });
    post = createWebhookPost({
      outbox: createWebhookOutbox(database.application),
      keys,
      sender: createWebhookSender({ allowPrivate: true, timeoutMs: 5_000 }),
      // A receiver believes a signature for some minutes only.
      clock: { now: () => new Date() },
      source: 'https://lotse.example',
    });
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await database.close();
  });
  beforeEach(() => {
    received.length = 0;
    status = 204;
  });

  const hook = async (id: string, account = 'administrator', path = '/hook'): Promise<string> => {
    const url = `http://127.0.0.1:${port}${path}`;
    const added = await webhooks.add({ id, programme: 'glass', url }, account);
    if (added.result !== 'added') throw new Error(added.message);
    return added.secret;
  };
  /** As two people have signed it. */
  const lock = async (id: string, at: string): Promise<void> => {
    const signatures = JSON.stringify([
      { account: 'anna', at: '2026-02-28T09:00:00.000Z' },
      { account: 'azamat', at },
    ]);
    await database.dataSource.query(`SELECT set_config('lotse.scope', '{"all":true}', false)`);
    await database.dataSource.query(
      `INSERT INTO report (id, programme, as_of, known_at, state, content, sha256, kinds, proposed_by, proposed_at, signatures)
       VALUES ($1, 'glass', '2026-01-31', '2026-02-10T22:59:59.999Z', 'signed', '{}', 'ab12', '{}', 'anna', '2026-02-27T10:00:00Z', $2)`,
      [id, signatures],
    );
  };
  const own = (id: string, account = 'administrator') => ({ account, id });
  const states = async (id: string, account?: string): Promise<unknown[]> =>
    (await webhooks.deliveries(own(id, account), 10))?.map(({ report, state, attempts, code }) => [
      report,
      state,
      attempts,
      code,
    ]) ?? [];

  it('tell what was locked since, once, signed, as a CloudEvent', async () => {
    await lock('before', '2026-03-01T09:59:59.000Z');
    const secret = await hook('first');
    await lock('r-1', '2026-03-01T10:30:00.000Z');
    expect([await post.merge(), await post.merge()]).toEqual([1, 0]);
    expect(await post.deliver('webhook.administrator.first.r-1')).toBe('delivered');
    expect(await post.deliver('webhook.administrator.first.r-1')).toBe('delivered');
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {} as IncomingHttpHeaders, body: '' }] = received;
    const verified = (text: string): unknown =>
      new Webhook(secret).verify(text, {
        'webhook-id': String(headers['webhook-id']),
        'webhook-timestamp': String(headers['webhook-timestamp']),
        'webhook-signature': String(headers['webhook-signature']),
      });
    expect(headers['content-type']).toBe('application/cloudevents+json');
    expect(headers['webhook-id']).toBe('webhook.administrator.first.r-1');
    expect(JSON.parse(body)).toEqual({
      specversion: '1.0',
      id: 'webhook.administrator.first.r-1',
      source: 'https://lotse.example',
      type: 'lotse.report.locked.v1',
      subject: 'r-1',
      time: '2026-03-01T10:30:00.000Z',
      datacontenttype: 'application/json',
      data: {
        programme: 'glass',
        report: 'r-1',
        asOf: '2026-01-31',
        knownAt: '2026-02-10T22:59:59.999Z',
        sha256: 'ab12',
        lockedAt: '2026-03-01T10:30:00.000Z',
        path: '/api/v1/reports/r-1',
      },
    });
    expect(() => verified(body)).not.toThrow();
    expect(() => verified(body.replace('r-1', 'r-2'))).toThrow();
  });

  it('are tried again while the receiver is away, and left as a dead letter when it is gone', async () => {
    madeAt = new Date('2026-03-01T10:45:00.000Z');
    await hook('second');
    await lock('r-2', '2026-03-01T11:00:00.000Z');
    await post.merge();
    const id = 'webhook.administrator.second.r-2';
    status = 503;
    await expect(post.deliver(id)).rejects.toMatchObject({ code: 'http-503' });
    // What it is redirected to is not asked.
    status = 302;
    await expect(post.deliver(id)).rejects.toMatchObject({ code: 'http-302' });
    expect(received.map(({ path }) => path)).toEqual(['/hook', '/hook']);
    expect(await states('second')).toEqual([['r-2', 'waiting', 2, 'http-302']]);
    status = 410;
    expect(await post.deliver(id)).toBe('dead');
    expect(await states('second')).toEqual([['r-2', 'dead', 3, 'http-410']]);
    expect(await webhooks.sendAgain(own('second'), id)).toBe('waiting');
    status = 200;
    expect(await post.deliver(id)).toBe('delivered');
    expect(await webhooks.sendAgain(own('second'), id)).toBe('delivered');
    expect(await post.giveUp(id)).toBe('delivered');
    expect(await post.deliver('webhook.administrator.second.none')).toBe('unknown');
  });

  it('tell nobody who holds the programme no more, and nothing once they are removed', async () => {
    madeAt = new Date('2026-03-01T11:45:00.000Z');
    await hook('stranger', 'somebody-without-grants');
    await hook('third');
    await lock('r-3', '2026-03-01T12:00:00.000Z');
    await post.merge();
    expect(await states('stranger', 'somebody-without-grants')).toEqual([]);
    expect(await webhooks.remove(own('third'))).toBe(true);
    expect(await webhooks.remove(own('third'))).toBe(false);
    expect(await post.deliver('webhook.administrator.third.r-3')).toBe('unknown');
    expect(received).toEqual([]);
  });

  it('keep address and secret sealed', async () => {
    const secret = await hook('sealed', 'administrator', '/secret-path');
    const rows: object[] = await database.dataSource.query('SELECT * FROM webhook');
    const text = rows
      .map((row) => JSON.stringify({ ...row, sealed: String(Reflect.get(row, 'sealed')) }))
      .join();
    expect(text).not.toContain('secret-path');
    expect(text).not.toContain(secret.slice(6));
  });

  it('take no id twice and no address that is none', async () => {
    await hook('twice');
    const strict = createWebhooks({
      store: createWebhookStore(database.application),
      keys,
      clock,
      allowPrivate: false,
    });
    const add = async (id: string, url: string): Promise<unknown> =>
      (await strict.add({ id, programme: 'glass', url }, 'administrator')).result === 'refused';
    expect(await add('twice', 'https://example.org')).toBe(true);
    for (const url of [
      'http://example.org',
      'ftp://example.org',
      'https://user:pass@example.org',
      'https://example.org#x',
      'example.org',
      '',
    ])
      expect([url, await add('strict', url)]).toEqual([url, true]);
  });

  it('are at most twenty of one account', async () => {
    const url = `http://127.0.0.1:${port}/`;
    const add = (number: number) => webhooks.add({ id: `many-${number}`, programme: 'glass', url }, 'many');
    for (let number = 1; number <= 20; number += 1) expect((await add(number)).result).toBe('added');
    expect(await add(21)).toMatchObject({ result: 'refused', code: 'webhook-limit' });
  });

  it('never call a private address', async () => {
    const sender = createWebhookSender({ allowPrivate: false, timeoutMs: 5_000 });
    const body = { specversion: '1.0' };
    const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    for (const host of [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '10.0.0.1',
      '169.254.169.254',
      '0x7f000001',
      '2130706433',
      'localhost',
    ]) {
      const url = `https://${host}:${port}/`;
      const sent = await sender.send({ url, secret, id: 'x', at: clock.now(), body });
      expect([host, sent]).toEqual([host, { result: 'refused', code: 'private-address' }]);
    }
    const plain = await sender.send({
      url: `http://127.0.0.1:${port}/`,
      secret,
      id: 'x',
      at: clock.now(),
      body,
    });
    expect(plain).toEqual({ result: 'refused', code: 'private-address' });
    expect(received).toEqual([]);
  });
});
