import { journeyQuery, journeyWorkflowId, type JourneyStatus } from '@lotse/contracts';
import type { JsonObject } from '@lotse/domain';
import { createErrorLogger, wakeJourney } from '@lotse/platform';
import { eventually, startTestWorker, type TestWorker, type TimedJourney } from '@lotse/testing';
import { Relay } from '../../apps/worker/src/relay';
import { openJourneysDatabase, type JourneysDatabase } from '../integration/journeys/journeys-database';

/** Journeys on a database of their own with a relay and a worker of their own, all in this process. */
export interface DrivenDatabase extends JourneysDatabase {
  readonly worker: TestWorker;
  readonly relay: Relay;
  /** Starts another relay after `relay` was stopped. */
  startRelay(): void;
  timed(journeyId: string): TimedJourney;
  /** Submits commands in order; fails at the first that is refused. Answers the journey's version. */
  give(...commands: readonly JsonObject[]): Promise<number>;
  /** Waits until the journey's workflow has read this version. */
  hasRead(journeyId: string, version: number): Promise<JourneyStatus>;
  /** Codes of the clocks that have fired, in order. */
  fired(journeyId: string): Promise<string[]>;
}

export async function openDrivenDatabase(): Promise<DrivenDatabase> {
  const database = await openJourneysDatabase();
  const worker = await startTestWorker(database.journeys);
  const logger = createErrorLogger({ process: 'test-relay', level: 'fatal' });
  const relays: Relay[] = [];
  function startRelay(): Relay {
    const relay = new Relay(
      database.stores.wakes,
      (wake) => wakeJourney(worker.client, wake, worker.taskQueue),
      logger,
    );
    relay.start();
    relays.push(relay);
    return relay;
  }
  const { client } = worker;
  return {
    ...database,
    worker,
    relay: startRelay(),
    startRelay: () => void startRelay(),
    timed: (journeyId) => ({ client, journeyId, clock: database.clock }),
    async give(...commands) {
      let version = 0;
      for (const command of commands) {
        const answer = await database.submit(command);
        if (answer.result === 'refused')
          throw new Error(`Refused: ${JSON.stringify({ command, refusal: answer.refusal })}`);
        version = answer.version;
      }
      return version;
    },
    hasRead: (journeyId, version) =>
      eventually(
        async () => {
          const [row] = await database.dataSource.query<{ seen: number }[]>(
            'SELECT seen_version AS seen FROM driver WHERE journey_id = $1',
            [journeyId],
          );
          return row?.seen ?? 0;
        },
        (seen) => seen >= version,
      ).then(() => client.workflow.getHandle(journeyWorkflowId(journeyId)).query(journeyQuery)),
    async fired(journeyId) {
      const rows = await database.dataSource.query<{ clock: string }[]>(
        `SELECT data ->> 'clock' AS clock FROM fact WHERE journey_id = $1 AND kind = 'clock-fired' ORDER BY version`,
        [journeyId],
      );
      return rows.map(({ clock }) => clock);
    },
    async close() {
      await Promise.all(relays.map((relay) => relay.stop()));
      await worker.stop();
      await database.close();
    },
  };
}
