import { createErrorLogger, startDelivery, wakeJourney } from '@lotse/platform';
import { catchUp, eventually, startTestWorker, type TestWorker } from '@lotse/testing';
import type { OutboxStore, Post } from '@lotse/journeys';
import { createSmtpMail } from '@lotse/mail';
import { randomUUID } from 'node:crypto';
import { OutboxRelay } from '../../apps/worker/src/outbox-relay';
import { Relay } from '../../apps/worker/src/relay';
import { openJourneysDatabase, type JourneysDatabase } from '../integration/journeys/journeys-database';
import { consent, day, nominate, person, PROJECT } from '../integration/journeys/project';
import { openMailServer, type MailServer } from '../integration/mail/mail-server';
import { openPost, QUIET_MS } from '../integration/mail/post-office';

jest.setTimeout(120_000);

const DAY_MS = 86_400_000;
const CLOCK_DAYS = 21;
const logger = createErrorLogger({ process: 'test-worker', level: 'fatal' });

/** Scenario 25 of the rules of the field. */
describe.each([2, 30])('after %i days in which nothing ran', (daysDown) => {
  const run = randomUUID().slice(0, 8);
  // Twelve due dates over two days.
  const journeys = Array.from({ length: 12 }, (_, n) => ({
    id: `j-${run}-${String(n).padStart(2, '0')}`,
    person: `p${n}`,
    on: day(n % 2 === 0 ? 0 : -1),
  }));
  let database: JourneysDatabase;
  let server: MailServer;
  let post: Post;
  let outbox: OutboxStore;
  let worker: TestWorker | undefined;
  let relays: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    [database, server] = await Promise.all([openJourneysDatabase(), openMailServer()]);
    ({ post, outbox } = openPost(database, createSmtpMail({ url: server.url, from: 'lotse@example.org' })));
    await database.importObjects(...PROJECT, ...journeys.map(({ person: id }) => person(id)));
    await post.putContactPoint({
      id: 'office',
      programme: 'glass',
      role: 'coordinator',
      language: 'de',
      address: 'office@example.org',
    });
  });
  afterAll(async () => {
    await stopAll();
    await server.close();
    await database.close();
  });

  async function startAll(taskQueue?: string): Promise<TestWorker> {
    const started = await startTestWorker(
      { ...database.journeys, deliver: post.deliver, giveUp: post.giveUp },
      taskQueue,
    );
    const { client } = started;
    const relay = new Relay(
      database.stores.wakes,
      (wake) => wakeJourney(client, wake, started.taskQueue),
      logger,
    );
    const mails = new OutboxRelay(
      outbox,
      post,
      (id) => startDelivery(client, id, started.taskQueue),
      logger,
      {
        batch: 16,
        leaseMs: 10_000,
        deliveryMs: DAY_MS,
        lookEveryMs: 100,
      },
    );
    relay.start();
    mails.start();
    [worker, relays] = [started, [relay, mails]];
    return started;
  }
  async function stopAll(): Promise<void> {
    await Promise.all(relays.map((relay) => relay.stop()));
    await worker?.stop();
    [worker, relays] = [undefined, []];
  }
  const count = async (sql: string): Promise<number> => {
    const [row] = await database.dataSource.query<{ n: number }[]>(sql);
    return row?.n ?? 0;
  };
  const fired = () => count(`SELECT count(*)::int AS n FROM fact WHERE kind = 'clock-fired'`);

  it('25: every reminder goes out once, in order, in one digest, and a double-clicked approval counts once', async () => {
    const { taskQueue } = await startAll();
    for (const { id, person: of, on } of journeys)
      expect(await database.submit(nominate(id, of, { on }))).toMatchObject({ result: 'accepted' });
    await eventually(
      () => count('SELECT count(*)::int AS n FROM driver'),
      (seen) => seen === journeys.length,
    );
    await stopAll();

    database.clock.skip((CLOCK_DAYS - 1 + daysDown) * DAY_MS + DAY_MS / 2);
    const { client } = await startAll(taskQueue);
    await Promise.all(
      journeys.map(({ id: journeyId }) => catchUp({ client, journeyId, clock: database.clock })),
    );
    await eventually(fired, (seen) => seen === journeys.length);
    expect(server.mails).toEqual([]);
    database.clock.skip(QUIET_MS + 1_000);
    await eventually(
      () => count('SELECT count(*)::int AS n FROM outbox WHERE delivered_at IS NOT NULL'),
      (seen) => seen === 1,
    );

    expect(server.mails.map(({ subject }) => subject)).toEqual(['Lotse: Fällige Fristen (12)']);
    const told = [...(server.mails[0]?.text ?? '').matchAll(/Vorgang (\S+)\)/g)].map(([, id]) => id);
    const inOrder = [...journeys].sort((a, b) =>
      a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1,
    );
    expect(told).toEqual(inOrder.map(({ id }) => id));

    const approval = consent(journeys[0]?.id ?? '');
    const answers = await Promise.all([database.submit(approval), database.submit(approval)]);
    expect(answers.map(({ result }) => result).sort()).toEqual(['accepted', 'repeated']);

    database.clock.skip(2 * DAY_MS);
    expect(await post.merge()).toBe(0);
    expect(await fired()).toBe(journeys.length);
    expect(server.mails).toHaveLength(1);
  });
});
