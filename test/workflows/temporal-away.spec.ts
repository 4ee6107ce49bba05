import { lookAtTemporal, type TemporalLook } from '@lotse/platform';
import { eventually, TEST_MASTER_KEY } from '@lotse/testing';
import { openJourneysDatabase, type JourneysDatabase } from '../integration/journeys/journeys-database';
import { consent, nominate, person, PROJECT, score } from '../integration/journeys/project';
import { agree } from './agreement';
import { startApp, type AppProcess } from './app-as-process';
import { openOwnServices, type OwnServices } from './own-services';

jest.setTimeout(180_000);

describe('while Temporal is stopped', () => {
  let own: OwnServices;
  let database: JourneysDatabase;
  let worker: AppProcess;

  beforeAll(async () => {
    [own, database] = await Promise.all([openOwnServices(), openJourneysDatabase()]);
    await database.importObjects(...PROJECT, person('p1'), person('p2'));
    worker = startApp('worker', { DATABASE_URL: database.url, TEMPORAL_ADDRESS: own.temporalAddress });
    await worker.isReady();
  });
  afterAll(async () => {
    await worker.end('SIGKILL');
    await database.close();
    await own.close();
  });

  /** As the page about the system sees it. */
  const look = (): Promise<TemporalLook> =>
    lookAtTemporal({
      TEMPORAL_ADDRESS: own.temporalAddress,
      TEMPORAL_NAMESPACE: own.services.namespace,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY,
    });
  const isPolled = (seen: TemporalLook): boolean => seen.answers && seen.pollers.length > 0;

  it('commands go on, and when it is back every workflow catches up', async () => {
    await database.submit(nominate('j1', 'p1'));
    const before = await own.client();
    await agree(database.dataSource, before);
    await before.connection.close();

    const running = await eventually(look, isPolled);
    expect(running).toMatchObject({
      answers: true,
      version: expect.stringMatching(/^1\.\d+\.\d+/),
      stuck: [],
    });

    await own.services.stopChild('temporal');
    expect(await look()).toEqual({ answers: false, problem: expect.stringMatching(/./) });
    for (const command of [consent('j1'), score('j1', 'assessor-1'), nominate('j2', 'p2'), consent('j2')]) {
      expect(await database.submit(command)).toMatchObject({ result: 'accepted' });
    }
    await worker.isReady(503);
    expect(await worker.health('live')).toBe(200);
    expect(await database.stores.wakes.pending()).toBe(2);

    await own.services.restartChild('temporal');
    const after = await own.client();
    await agree(database.dataSource, after);
    await worker.isReady();
    await eventually(look, isPolled);
    await after.connection.close();
  });
});
