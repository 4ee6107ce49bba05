import { createErrorLogger, wakeJourney } from '@lotse/platform';
import { catchUp, eventually, startTestWorker, type TestWorker } from '@lotse/testing';
import type { JsonObject } from '@lotse/domain';
import { Relay } from '../../apps/worker/src/relay';
import { openJourneysDatabase, type JourneysDatabase } from '../integration/journeys/journeys-database';
import { consent, day, nominate, person, PROJECT, score } from '../integration/journeys/project';
import { openOwnServices, type OwnServices } from '../workflows/own-services';
import { check, complaintsOf } from './checker';
import type { Acknowledged } from './ledger';

jest.setTimeout(300_000);

const DAY_MS = 86_400_000;
const SIGNAL_MS = 10_000;
const JOURNEYS = ['j1', 'j2', 'j3', 'j4'];

describe('while Temporal is away for a day', () => {
  const ledger: Acknowledged[] = [];
  let own: OwnServices;
  let database: JourneysDatabase;
  let worker: TestWorker;
  let relay: Relay;

  async function give(command: JsonObject): Promise<void> {
    const answer = await database.submit(command);
    if (answer.result !== 'accepted') throw new Error(JSON.stringify(answer));
    ledger.push({ id: String(command.id), journey: String(command.journey), version: answer.version });
  }
  const complaints = async (): Promise<string[]> => {
    const { dataSource, journeys } = database;
    return complaintsOf(
      await check({ dataSource, journeys, client: worker.client, ledger, patienceMs: 90_000 }),
    );
  };

  beforeAll(async () => {
    [own, database] = await Promise.all([openOwnServices(true), openJourneysDatabase()]);
    await database.importObjects(...PROJECT, ...[...JOURNEYS, 'j5'].map((id) => person(`p-${id}`)));
    worker = await startTestWorker(database.journeys, undefined, own.temporalAddress);
    const { client, taskQueue } = worker;
    relay = new Relay(
      database.stores.wakes,
      (wake) => client.withDeadline(Date.now() + SIGNAL_MS, () => wakeJourney(client, wake, taskQueue)),
      createErrorLogger({ process: 'test-worker', level: 'fatal' }),
    );
    relay.start();
  });
  afterAll(async () => {
    await relay.stop();
    await worker.stop();
    await database.close();
    await own.close();
  });

  it('people work on, and afterwards nothing is lost, doubled or left waiting', async () => {
    for (const id of JOURNEYS) await give(nominate(id, `p-${id}`));
    expect(await complaints()).toEqual([]);

    await own.services.stopChild('temporal');
    for (const id of JOURNEYS) await give(consent(id));
    database.clock.skip(DAY_MS);
    for (const id of JOURNEYS) await give(score(id, 'assessor-1', { on: day(1) }));
    await give(nominate('j5', 'p-j5', { on: day(1) }));
    expect(await database.stores.wakes.pending()).toBe(JOURNEYS.length + 1);

    await own.services.restartChild('temporal');
    await eventually(
      () => database.stores.wakes.pending(),
      (pending) => pending === 0,
      90_000,
    );
    const { client } = worker;
    for (const journeyId of [...JOURNEYS, 'j5']) await catchUp({ client, journeyId, clock: database.clock });
    expect(await complaints()).toEqual([]);
    expect(ledger).toHaveLength(3 * JOURNEYS.length + 1);
  });
});
