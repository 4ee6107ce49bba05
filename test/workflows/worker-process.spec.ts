import { connectTemporal, prepareTemporal } from '@lotse/platform';
import { eventually, TEST_MASTER_KEY, testServices } from '@lotse/testing';
import type { Client } from '@temporalio/client';
import { randomBytes } from 'node:crypto';
import {
  openJourneysDatabase,
  referenceFile,
  type JourneysDatabase,
} from '../integration/journeys/journeys-database';
import { nominate, person, PROJECT } from '../integration/journeys/project';
import { agree } from './agreement';
import { startApp, type AppProcess } from './app-as-process';

jest.setTimeout(120_000);

describe('the worker process', () => {
  const namespace = `worker-${randomBytes(4).toString('hex')}`;
  const { temporalAddress } = testServices();
  const started: AppProcess[] = [];
  let database: JourneysDatabase;
  let client: Client;

  function start(variables: Readonly<Record<string, string>> = {}): AppProcess {
    const worker = startApp('worker', {
      DATABASE_URL: database.url,
      TEMPORAL_NAMESPACE: namespace,
      ...variables,
    });
    started.push(worker);
    return worker;
  }
  beforeAll(async () => {
    database = await openJourneysDatabase();
    await prepareTemporal(temporalAddress, namespace);
    client = await connectTemporal({
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: namespace,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY,
    });
  });
  afterEach(() => Promise.all(started.splice(0).map((worker) => worker.end('SIGKILL'))));
  afterAll(async () => {
    await client.connection.close();
    await database.close();
  });

  it('is killed in the middle of an import, and the next one brings every journey to the version of the database', async () => {
    const first = start();
    await first.isReady();
    const lines = referenceFile().split('\n');
    await database.importText(lines.slice(0, lines.length / 2).join('\n'));
    expect(await first.end('SIGKILL')).toBe('SIGKILL');
    await database.importText(lines.slice(lines.length / 2).join('\n'));
    expect(await database.stores.wakes.pending()).toBeGreaterThan(0);
    const second = start();
    await second.isReady();
    await agree(database.dataSource, client);
    await eventually(
      () => database.stores.wakes.pending(),
      (pending) => pending === 0,
    );
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('makes the Schedule whose sweep finds a journey that no wake told of', async () => {
    const worker = start();
    await worker.isReady();
    const sweep = client.schedule.getHandle('sweep');
    const { spec, action } = await sweep.describe();
    expect(spec.intervals).toEqual([expect.objectContaining({ every: 60_000 })]);
    expect(action).toMatchObject({ workflowType: 'sweep' });
    expect(await worker.end('SIGTERM')).toBe(0);

    await database.importObjects(...PROJECT, person('swept'));
    expect(await database.submit(nominate('j-swept', 'swept'))).toMatchObject({ result: 'accepted' });
    await database.dataSource.query('DELETE FROM wake');
    await start().isReady();
    await sweep.trigger();
    await agree(database.dataSource, client);
  });

  it('lives without Temporal, is not ready, and still stops as asked', async () => {
    const worker = start({ TEMPORAL_ADDRESS: '127.0.0.1:9' });
    await eventually(
      () => worker.health('live'),
      (status) => status === 200,
      40_000,
    );
    expect(await worker.health('ready')).toBe(503);
    await eventually(
      () => worker.output(),
      (output) => output.includes('Temporal does not answer'),
    );
    expect(await worker.end('SIGTERM')).toBe(0);
  });

  it('does not start under a master key that opens nothing of its database, and says which does', async () => {
    await database.importObjects(person('sealed'));
    const worker = start({ LOTSE_MASTER_KEY: randomBytes(32).toString('base64') });
    await eventually(
      () => worker.output(),
      (output) => output.includes('opens no key of this database'),
      40_000,
    );
    expect(await worker.end('SIGCONT')).toBe(2);
    expect(worker.output()).toContain(`${TEST_MASTER_KEY.id} (`);
  });

  it('names everything that is missing and exits with 2', async () => {
    const worker = start({ DATABASE_URL: '', LOTSE_MASTER_KEY: 'short', LOTSE_MASTERKEY_FILE: 'x' });
    await eventually(
      () => worker.output(),
      (output) => output.includes('not valid'),
    );
    expect(await worker.end('SIGCONT')).toBe(2);
    for (const variable of ['DATABASE_URL', 'LOTSE_MASTER_KEY', 'LOTSE_MASTERKEY_FILE'])
      expect(worker.output()).toContain(`  ${variable}: `);
  });
});
