import { journeyIdOf, journeyQuery } from '@lotse/contracts';
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
import { startWorkerProcess, type WorkerAsProcess } from './worker-as-process';

jest.setTimeout(120_000);

describe('the worker process', () => {
  const namespace = `worker-${randomBytes(4).toString('hex')}`;
  const { temporalAddress } = testServices();
  const started: WorkerAsProcess[] = [];
  let database: JourneysDatabase;
  let client: Client;

  function start(variables: Readonly<Record<string, string>> = {}): WorkerAsProcess {
    const worker = startWorkerProcess({
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

  /** Version of every open journey in the database. */
  async function inDatabase(): Promise<Record<string, number>> {
    const rows = await database.dataSource.query<{ id: string; version: number }[]>(
      `SELECT id, version FROM journey WHERE status IN ('open', 'on-hold') AND stage <> 'DONE' ORDER BY id`,
    );
    return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
  }
  /** Version that every open workflow last read, by journey. */
  async function inTemporal(): Promise<Record<string, number>> {
    const versions: Record<string, number> = {};
    for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
      const journeyId = journeyIdOf(workflowId);
      if (journeyId === undefined) continue;
      versions[journeyId] = await client.workflow
        .getHandle(workflowId)
        .query(journeyQuery)
        .then(
          ({ version }) => version,
          () => -1,
        );
    }
    return versions;
  }
  const text = (versions: Record<string, number>): string =>
    Object.entries(versions)
      .map((pair) => pair.join(' '))
      .toSorted()
      .join(', ');
  /** Waits until every open journey has one open workflow at its version, and none is left over. */
  const agree = async (): Promise<void> => {
    await eventually(
      async () => ({ workflows: text(await inTemporal()), journeys: text(await inDatabase()) }),
      ({ workflows, journeys }) => workflows === journeys && journeys !== '',
      90_000,
    );
  };

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
    await agree();
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
    await agree();
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
