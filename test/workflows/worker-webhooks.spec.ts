import { createAudit } from '@lotse/audit';
import { FIGURE_CATALOGUE } from '@lotse/domain';
import { createAuditStore, createReportingStores, createWebhookStore } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { createReporting, createWebhooks } from '@lotse/reports';
import { eventually, TEST_MASTER_KEY } from '@lotse/testing';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { openJourneysDatabase, type JourneysDatabase } from '../integration/journeys/journeys-database';
import { PROJECT } from '../integration/journeys/project';
import { startApp, type AppProcess } from './app-as-process';

jest.setTimeout(240_000);

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly status: number;
}

describe('a worker with a webhook', () => {
  let database: JourneysDatabase;
  let server: Server;
  let worker: AppProcess;
  const received: Received[] = [];
  /** What the receiver says next; 204 when nothing is left. */
  const answers = [503, 503];

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT);
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const status = answers.shift() ?? 204;
        received.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), status });
        response.writeHead(status).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    worker = startApp('worker', {
      DATABASE_URL: database.url,
      LOTSE_PRIVATE_WEBHOOKS: 'true',
      PUBLIC_URL: 'https://lotse.example',
    });
    await worker.isReady();
  });
  afterAll(async () => {
    await worker.end('SIGKILL');
    server.closeAllConnections();
    server.close();
    await database.close();
  });

  it('tells of a report that two people have signed: tried again, signed, taken once', async () => {
    const { application, clock } = database;
    const keys = createKeyring(TEST_MASTER_KEY);
    const webhooks = createWebhooks({
      store: createWebhookStore(application),
      keys,
      clock,
      allowPrivate: true,
    });
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/hook?key=geheim`;
    const added = await webhooks.add({ id: 'funder', programme: 'glass', url }, 'administrator');
    if (added.result !== 'added') throw new Error(added.message);

    const { reports } = createReporting({
      ...createReportingStores(application, FIGURE_CATALOGUE, () => clock.now()),
      audit: createAudit(createAuditStore(application)),
      keys,
      clock,
      newSalt: () => '00',
    });
    await reports.propose({ id: 'report-1', programme: 'glass' }, { id: 'anna', entrance: 'shell' });
    await reports.sign('report-1', { id: 'anna', entrance: 'shell' });
    expect(received).toEqual([]);
    const signed = await reports.sign('report-1', { id: 'azamat', entrance: 'shell' });
    if (signed.result !== 'signed') throw new Error(signed.result);

    const key = { account: 'administrator', id: 'funder' };
    const [delivery] = await eventually(
      async () => (await webhooks.deliveries(key, 10)) ?? [],
      (deliveries) => deliveries.some(({ state }) => state === 'delivered'),
    );
    expect(delivery).toMatchObject({ report: 'report-1', state: 'delivered', attempts: 3 });
    expect(received.map(({ status }) => status)).toEqual([503, 503, 204]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const { headers, body } of received) {
      const told = new Webhook(added.secret).verify(body, {
        'webhook-id': String(headers['webhook-id']),
        'webhook-timestamp': String(headers['webhook-timestamp']),
        'webhook-signature': String(headers['webhook-signature']),
      });
      expect(told).toMatchObject({ subject: 'report-1', data: { sha256: signed.report.sha256 } });
    }
    expect(worker.output()).not.toContain('geheim');
    expect(worker.output()).not.toContain(added.secret);
  });
});
