import type { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { MasterKey } from '../keys/master-key';
import { untilItSucceeds, type BackOff } from './back-off';
import { dataConverter } from './data-converter';

export interface TemporalConfig {
  /** `host:port` of the frontend. */
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_NAMESPACE: string;
  readonly TEMPORAL_TLS?: boolean;
  readonly TEMPORAL_API_KEY?: string | undefined;
  readonly LOTSE_MASTER_KEY: MasterKey;
}

/**
 * A client whose payloads and failures are encrypted. Waits until the server answers: the SDK's own first connect gives up.
 * The caller closes `client.connection`. The SDK is loaded on first use, for processes that never speak to Temporal.
 */
export async function connectTemporal(config: TemporalConfig, backOff?: BackOff): Promise<Client> {
  const { Client, Connection } = await import('@temporalio/client');
  const connection = await untilItSucceeds(() => Connection.connect(optionsOf(config)), backOff);
  return new Client({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: dataConverter(config.LOTSE_MASTER_KEY),
  });
}

/** The connection a worker polls on; waits until the server answers. The caller closes it after the worker has stopped. */
export async function connectWorker(config: TemporalConfig, backOff?: BackOff): Promise<NativeConnection> {
  const { NativeConnection } = await import('@temporalio/worker');
  return untilItSucceeds(() => NativeConnection.connect(optionsOf(config)), backOff);
}

/** How the server is reached. */
export function optionsOf({ TEMPORAL_ADDRESS, TEMPORAL_API_KEY, TEMPORAL_TLS }: TemporalConfig) {
  const apiKey = TEMPORAL_API_KEY === undefined ? {} : { apiKey: TEMPORAL_API_KEY };
  // An API key never travels in clear.
  return {
    address: TEMPORAL_ADDRESS,
    tls: TEMPORAL_TLS === true || TEMPORAL_API_KEY !== undefined,
    ...apiKey,
  };
}
