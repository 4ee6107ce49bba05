import { createJourneyActivities } from '@lotse/activities';
import { SWEEP_WORKFLOW } from '@lotse/contracts';
import {
  connectWorker,
  createJourneyWorker,
  createLogger,
  installTemporalRuntime,
  wakeJourney,
} from '@lotse/platform';
import { CanaryDetector, eventually, TEST_MASTER_KEY, testBundle } from '@lotse/testing';
import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Client as Database } from 'pg';
import { buildPdf } from '../files/build-pdf';
import { startApp, type AppProcess } from './app-as-process';
import { Aviary, BORN_ON, canaryLines } from './canary-lines';
import { everythingIn } from './everything-written';
import { openOwnServices, type OwnServices } from './own-services';
import { filesBelow, filesWith } from './raw-files';

jest.setTimeout(600_000);

const PERSON = 'p01';
const TOKEN = 'a-token-for-this-test-alone-0123456789abcdef';

describe('what a person told us', () => {
  const aviary = new Aviary();
  const apps: AppProcess[] = [];
  let own: OwnServices;
  let client: Client;
  let detector: CanaryDetector;
  let ownLog = '';

  beforeAll(async () => {
    own = await openOwnServices();
    client = await own.client();
    const variables = {
      LOTSE_HOME: join(own.folder, 'lotse'),
      DATABASE_URL: own.services.databaseUrl,
      TEMPORAL_ADDRESS: own.temporalAddress,
      LOTSE_ADMINISTRATOR_TOKEN: TOKEN,
    };
    const api = startApp('api', variables);
    apps.push(api);
    await api.isReady();
    const worker = startApp('worker', variables);
    apps.push(worker);
    await worker.isReady();
    await tellEverything(api.url());
    await leavePapers();
    await failForGood();
    detector = new CanaryDetector([...aviary.canaries, BORN_ON]);
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.end('SIGKILL')));
    await client.connection.close();
    await own.close();
  });

  /** The whole journey, then lines that are refused for what they say, then the end with a reason. */
  async function tellEverything(url: string): Promise<void> {
    const lines = canaryLines(aviary);
    expect(
      await answersTo(
        url,
        lines.map((line) => JSON.stringify(line)),
      ),
    ).toEqual(lines.map(() => 'accepted'));
    const command = {
      type: 'command',
      journey: 'j01',
      happenedOn: '2025-02-01',
      by: { role: 'coordinator' },
    };
    const bad = [
      {
        ...command,
        id: 'bad-1',
        command: 'record-housing',
        data: { place: 5, [aviary.hatch()]: aviary.hatch() },
      },
      { ...command, id: 'bad-2', command: aviary.hatch(), data: {} },
      {
        ...command,
        id: 'bad-3',
        command: 'close',
        data: { outcome: aviary.hatch(), party: aviary.hatch(), returnable: true },
      },
      { type: 'person', id: 'p01', givenName: aviary.hatch(), bornOn: BORN_ON, [aviary.hatch()]: 1 },
    ].map((line) => JSON.stringify(line));
    const broken = `{"type": "command", "reason": "${aviary.hatch()}`;
    expect(await answersTo(url, [...bad, broken])).toEqual(bad.concat(broken).map(() => 'refused'));
    const end = {
      ...command,
      id: 'end',
      command: 'withdraw',
      by: { role: 'candidate' },
      data: { reason: aviary.hatch() },
    };
    expect(await answersTo(url, [JSON.stringify(end)])).toEqual(['accepted']);
    await closed('j01');
  }

  const ask = (method: string, path: string, body: string | Buffer = '', type = 'application/json') =>
    fetch(`${apps[0]?.url()}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, ...(body === '' ? {} : { 'content-type': type }) },
      ...(body === '' ? {} : { body: Buffer.from(body) }),
    });

  /** A paper with a telling name, an address that mails go to, and a note that somebody wrote. */
  async function leavePapers(): Promise<void> {
    const query = new URLSearchParams({ id: 'paper', topic: 'identity', name: `${aviary.hatch()}.pdf` });
    const paper = await ask('POST', `/journeys/j01/files?${query}`, buildPdf(), 'application/pdf');
    const address = `${aviary.hatch().replaceAll(' ', '.')}@example.org`;
    const point = { programme: 'kg-glass-2023', role: 'candidate', person: PERSON, language: 'ky', address };
    const put = await ask('PUT', '/contact-points/canary', JSON.stringify(point));
    const hold = await ask(
      'POST',
      '/holds',
      JSON.stringify({ id: 'h1', person: PERSON, reason: aviary.hatch() }),
    );
    const { id } = (await hold.json()) as { readonly id: string };
    const lifted = await ask('POST', `/holds/${id}/lift`, JSON.stringify({ reason: aviary.hatch() }));
    expect([paper.status, put.status, hold.status, lifted.status]).toEqual([201, 204, 201, 200]);
  }

  async function answersTo(url: string, lines: readonly string[]): Promise<string[]> {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/x-ndjson' };
    const response = await fetch(`${url}/api/v1/imports`, {
      method: 'POST',
      headers,
      body: lines.join('\n'),
    });
    expect(response.status).toBe(200);
    const answers = (await response.text()).trim().split('\n');
    return answers.map((answer) => (JSON.parse(answer) as { result: string }).result);
  }

  /** Activities whose errors quote the person: one that is tried again, one that ends its workflow, one of the sweep. */
  async function failForGood(): Promise<void> {
    const destination = new Writable({
      write: (chunk: Buffer, _, done) => ((ownLog += chunk.toString()), done()),
    });
    await installTemporalRuntime(createLogger({ process: 'failing', level: 'trace', destination }));
    const config = {
      TEMPORAL_ADDRESS: own.temporalAddress,
      TEMPORAL_NAMESPACE: own.services.namespace,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY,
    };
    const failure = (): Error =>
      ApplicationFailure.create({
        message: aviary.hatch(),
        nonRetryable: true,
        details: [aviary.hatch()],
        cause: new Error(aviary.hatch()),
      });
    const coded = createJourneyActivities({
      observe: () => Promise.reject(failure()),
      fireClock: () => Promise.reject(failure()),
    });
    const connection = await connectWorker(config);
    const taskQueue = 'failing';
    const worker = await createJourneyWorker({
      connection,
      namespace: config.TEMPORAL_NAMESPACE,
      masterKey: TEST_MASTER_KEY,
      bundle: await testBundle(),
      identity: taskQueue,
      taskQueue,
      activities: {
        ...coded,
        observeJourney: (input) =>
          input.journeyId === 'in-clear' ? Promise.reject(failure()) : coded.observeJourney(input),
        sweepLagging: () => Promise.reject(failure()),
      },
    });
    const running = worker.run();
    await wakeJourney(client, { journeyId: 'in-clear', version: 1, phase: 'commitment' }, taskQueue);
    await wakeJourney(client, { journeyId: 'coded', version: 1, phase: 'commitment' }, taskQueue);
    await client.workflow.getHandle('journey/coded').signal('wake.v1', { version: aviary.hatch() });
    await expect(
      client.workflow.execute(SWEEP_WORKFLOW, { taskQueue, workflowId: 'failing-sweep' }),
    ).rejects.toThrow('Workflow execution failed');
    await closed('in-clear');
    const tried = () =>
      ownLog.split('\n').filter((line) => line.includes('journey/coded') && line.includes('Activity failed'))
        .length;
    await eventually(tried, (times) => times > 2);
    worker.shutdown();
    await running;
    await connection.close();
  }

  const closed = (journeyId: string) =>
    eventually(
      () =>
        client.workflow
          .getHandle(`journey/${journeyId}`)
          .describe()
          .then(
            ({ status }) => status.name,
            () => 'absent',
          ),
      (status) => status === 'COMPLETED' || status === 'FAILED',
      90_000,
    );
  const logs = (): Record<string, Buffer> => ({
    ...Object.fromEntries(
      readdirSync(own.logFolder).map((file) => [file, readFileSync(join(own.logFolder, file))]),
    ),
    api: Buffer.from(apps[0]?.output() ?? ''),
    worker: Buffer.from(apps[1]?.output() ?? ''),
    failing: Buffer.from(ownLog),
  });

  it.each(['temporal', 'temporal_visibility'])(
    'stands nowhere in the database %s in any form',
    async (database) => {
      const written = await everythingIn(own.services.databaseUrl, database);
      const ids = new CanaryDetector(['journey/j01', 'journey/in-clear', 'journey/coded']);
      expect(ids.find(written)).toHaveLength(3); // it is the right place
      expect(detector.find(written)).toEqual([]);
    },
  );

  it('stands in no log of API, worker, Temporal or PostgreSQL, though they log everything', () => {
    const written = logs();
    expect(Object.keys(written).filter((name) => written[name]?.length)).toEqual(
      expect.arrayContaining(['api', 'worker', 'failing', 'temporal.log']),
    );
    for (const [name, log] of Object.entries(written)) {
      expect({ name, heard: detector.find(log) }).toEqual({ name, heard: [] });
    }
    expect(ownLog).toContain('Activity failed');
  });

  describe('once they are erased', () => {
    /** The servers' databases and write-ahead logs, all logs, the file store, the ledger: as they lie on the disk. */
    const places = (): string[] => {
      const pointer = join(own.folder, 'postgres.location');
      return [own.folder, ...(existsSync(pointer) ? [readFileSync(pointer, 'utf8').trim()] : [])];
    };
    const filesOf = async (finds: (piece: Buffer) => boolean): Promise<string[]> =>
      (await Promise.all(places().map((place) => filesWith(place, finds)))).flat();
    const query = async (sql: string): Promise<Record<string, unknown>[]> => {
      // The server's own administrator, who may ask for a checkpoint and sees every row; the password is that of the owner.
      const server = new URL(own.services.databaseUrl);
      server.username = 'postgres';
      const database = new Database({ connectionString: server.toString() });
      await database.connect();
      try {
        return (await database.query<Record<string, unknown>>(sql)).rows;
      } finally {
        await database.end();
      }
    };

    it('stands in no raw file of PostgreSQL, Temporal, the file store, the outbox or a log, and no key opens what is left', async () => {
      const [row] = await query(`SELECT wrapped_key AS key FROM person_key WHERE person = '${PERSON}'`);
      const { key } = row ?? {};
      const [sealed] = await query(`SELECT secret FROM record WHERE type = 'person' AND id = '${PERSON}'`);
      const holdsKey = (piece: Buffer): boolean => Buffer.isBuffer(key) && piece.includes(key);
      const holdsSealed = (piece: Buffer): boolean =>
        Buffer.isBuffer(sealed?.secret) && piece.includes(sealed.secret);
      // What was written lies in files only after a checkpoint, and the search finds what lies there.
      await query('CHECKPOINT');
      const tables = (files: readonly string[]): string[] => files.filter((file) => file.includes('base/'));
      expect(tables(await filesOf(holdsKey))).not.toEqual([]);
      expect(tables(await filesOf(holdsSealed))).not.toEqual([]);

      expect((await ask('POST', `/persons/${PERSON}/erasure`)).status).toBe(200);
      const receipt = await eventually(
        async () => (await ask('GET', `/persons/${PERSON}/erasure`)).json(),
        (answer) => (answer as { receipt?: { complete: boolean } }).receipt?.complete === true,
        90_000,
      );
      expect(receipt).toMatchObject({ receipt: { person: PERSON, complete: true } });
      // Rows that are gone lie in their pages until the tables are written anew, as autovacuum does by and by.
      await query('VACUUM FULL');
      await query('CHECKPOINT');
      expect(tables(await filesOf(holdsKey))).toEqual([]);
      expect(tables(await filesOf(holdsSealed))).toEqual([]);
      const clear = new CanaryDetector(aviary.canaries.slice(0, 2).concat(aviary.canaries.slice(-4)));
      expect(await filesOf((piece) => clear.find(piece).length > 0)).toEqual([]);
      expect(await filesBelow(join(own.folder, 'lotse', 'files'))).toEqual([]);
    });
  });

  it('would be heard if it stood there', async () => {
    const [canary = ''] = aviary.canaries;
    const url = new URL(own.services.databaseUrl);
    url.pathname = '/temporal';
    const planting = new Database({ connectionString: url.toString() });
    await planting.connect();
    await planting.query('CREATE TABLE planted (bytes bytea)');
    await planting.query('INSERT INTO planted VALUES ($1)', [
      Buffer.from(JSON.stringify({ data: Buffer.from(`{"name":"${canary}"}`).toString('base64') })),
    ]);
    const heard = detector.find(await everythingIn(own.services.databaseUrl, 'temporal'));
    await planting.query('DROP TABLE planted');
    await planting.end();
    expect(heard.map((sighting) => sighting.canary)).toEqual([canary]);
  });
});
