import type { JsonObject } from '@lotse/domain';
import { connectTemporal, prepareTemporal } from '@lotse/platform';
import { eventually, TEST_MASTER_KEY, testServices } from '@lotse/testing';
import type { Client } from '@temporalio/client';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProxy, type CuttableProxy } from '../e2e/support/cuttable-proxy';
import { openJourneysDatabase, type JourneysDatabase } from '../integration/journeys/journeys-database';
import { consent, nominate, person, PROJECT } from '../integration/journeys/project';
import { agree } from '../workflows/agreement';
import { startApp, type AppProcess } from '../workflows/app-as-process';
import { openCommitProxy, type CommitProxy } from './commit-proxy';

jest.setTimeout(300_000);

const TOKEN = randomBytes(32).toString('hex');
const NO_ANSWER = { status: 0, body: {} };

interface Told {
  readonly status: number;
  readonly body: unknown;
}

/** What is killed at a fixed point of one command's way: no chance decides how far it had come. */
describe('a process that dies between the commit and what follows it', () => {
  const namespace = `commit-${randomBytes(4).toString('hex')}`;
  const home = mkdtempSync(join(tmpdir(), 'lotse-commit-'));
  const { temporalAddress } = testServices();
  const started: AppProcess[] = [];
  let database: JourneysDatabase;
  let toDatabase: CommitProxy;
  let toTemporal: CuttableProxy;
  let client: Client;
  /** The next process after one that died is the one to die after it: each start costs seconds. */
  let api: AppProcess;
  let worker: AppProcess;

  async function start(
    app: 'api' | 'worker',
    variables: Readonly<Record<string, string>> = {},
  ): Promise<AppProcess> {
    const process = startApp(app, {
      DATABASE_URL: database.url,
      TEMPORAL_NAMESPACE: namespace,
      LOTSE_HOME: home,
      ...(app === 'api' ? { LOTSE_ADMINISTRATOR_TOKEN: TOKEN } : {}),
      ...variables,
    });
    started.push(process);
    await process.isReady();
    return process;
  }
  const give = async ({ journey, ...body }: JsonObject): Promise<Told> => {
    try {
      const response = await fetch(`${api.url()}/api/v1/journeys/${String(journey)}/commands`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    } catch {
      return NO_ANSWER;
    }
  };
  const commands = async (): Promise<string[]> => {
    const rows = await database.dataSource.query<{ id: string }[]>(`SELECT id FROM command ORDER BY 1`);
    return rows.map(({ id }) => id);
  };
  const wakes = (): Promise<{ journey: string; isClaimed: boolean }[]> =>
    database.dataSource.query(
      `SELECT journey_id AS journey, claimed_until IS NOT NULL AS "isClaimed" FROM wake ORDER BY 1`,
    );

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT, ...['p1', 'p2', 'p3', 'p4'].map((id) => person(id)));
    await prepareTemporal(temporalAddress, namespace);
    client = await connectTemporal({
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: namespace,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY,
    });
    toDatabase = await openCommitProxy(database.url);
    toTemporal = await openProxy(`tcp://${temporalAddress}`);
  });
  afterAll(async () => {
    await Promise.all(started.map((process) => process.end('SIGKILL')));
    await client.connection.close();
    await toTemporal.cut();
    await toDatabase.close();
    await database.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('the api just before its commit: nothing is there, and what is sent again is taken', async () => {
    api = await start('api', { DATABASE_URL: toDatabase.url });
    const struck = toDatabase.breakAt('before', 'never-kept');
    const answer = give(nominate('j1', 'p1', { id: 'never-kept' }));
    await struck;
    await api.end('SIGKILL');
    expect(await answer).toEqual(NO_ANSWER);
    expect([await commands(), await wakes()]).toEqual([[], []]);

    api = await start('api', { DATABASE_URL: toDatabase.url });
    expect(await give(nominate('j1', 'p1', { id: 'never-kept' }))).toMatchObject({
      status: 201,
      body: { version: 1 },
    });
    expect(await commands()).toEqual(['never-kept']);
  });

  it('the api after its commit and before its answer: what is sent again is answered as the repeat it is, and its workflow starts', async () => {
    const struck = toDatabase.breakAt('after', 'kept-unanswered');
    const answer = give(nominate('j2', 'p2', { id: 'kept-unanswered' }));
    await struck;
    await eventually(commands, (seen) => seen.includes('kept-unanswered'));
    await api.end('SIGKILL');
    expect(await answer).toEqual(NO_ANSWER);
    expect(await wakes()).toContainEqual({ journey: 'j2', isClaimed: false });

    api = await start('api');
    const again = nominate('j2', 'p2', { id: 'kept-unanswered' });
    expect(await give(again)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await give({ ...again, data: { forged: true } })).toMatchObject({ body: { code: 'id-clash' } });
    expect(await commands()).toEqual(['kept-unanswered', 'never-kept']);
    const { host } = new URL(toTemporal.url);
    worker = await start('worker', { TEMPORAL_ADDRESS: host });
    await agree(database.dataSource, client);
    expect(await wakes()).toEqual([]);
  });

  it('the worker that has claimed a wake and not passed it on: the next one passes it on', async () => {
    await toTemporal.cut();
    expect(await database.submit(nominate('j3', 'p3'))).toMatchObject({ result: 'accepted' });
    await eventually(wakes, ([wake]) => wake?.isClaimed === true);
    await worker.end('SIGKILL');

    worker = await start('worker', { DATABASE_URL: toDatabase.url });
    await agree(database.dataSource, client);
    await eventually(wakes, (seen) => seen.length === 0);
  });

  it('the worker that has passed a wake on and not taken it away: the journey is told twice and lives on', async () => {
    const struck = toDatabase.breakAt('before', 'wake-done');
    expect(await database.submit(nominate('j4', 'p4'))).toMatchObject({ result: 'accepted' });
    await struck;
    await worker.end('SIGKILL');
    expect(await wakes()).toEqual([{ journey: 'j4', isClaimed: true }]);

    await start('worker');
    await agree(database.dataSource, client);
    await eventually(wakes, (seen) => seen.length === 0);
    expect(await database.submit(consent('j4'))).toMatchObject({ result: 'accepted', version: 2 });
    await agree(database.dataSource, client);
  });
});
