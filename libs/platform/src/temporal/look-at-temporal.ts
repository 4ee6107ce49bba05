import { optionsOf, type TemporalConfig } from './connect';
import { dataConverter } from './data-converter';
import { pollersOf, type Poller } from './pollers';
import { stuckJourneys, type StuckJourney } from './stuck-journeys';
import { reasonOf } from '../services/service-error';

/** A Temporal server as it answers now. */
export type TemporalLook =
  | {
      readonly answers: true;
      readonly version: string;
      /** By our own clock. */
      readonly lookedAt: Date;
      readonly pollers: readonly Poller[];
      readonly stuck: readonly StuckJourney[];
    }
  | { readonly answers: false; readonly problem: string };

/** Asks the server how it is, who works for it and which journeys are stuck. Never throws, never waits longer than `withinMs`. */
export async function lookAtTemporal(config: TemporalConfig, withinMs = 4_000): Promise<TemporalLook> {
  const { Client, Connection } = await import('@temporalio/client');
  try {
    const connection = await Connection.connect({ ...optionsOf(config), connectTimeout: withinMs });
    try {
      return await connection.withDeadline(Date.now() + withinMs, async () => {
        const client = new Client({
          connection,
          namespace: config.TEMPORAL_NAMESPACE,
          dataConverter: dataConverter(config.LOTSE_MASTER_KEY),
        });
        const { serverVersion } = await connection.workflowService.getSystemInfo({});
        const [pollers, stuck] = await Promise.all([pollersOf(client), stuckJourneys(client)]);
        return { answers: true, version: serverVersion ?? '', lookedAt: new Date(), pollers, stuck };
      });
    } finally {
      await connection.close();
    }
  } catch (error) {
    return { answers: false, problem: reasonOf(error) };
  }
}
