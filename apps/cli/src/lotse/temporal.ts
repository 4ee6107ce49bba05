import { connectTemporal } from '@lotse/platform';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-code';
import type { Lotse } from './open-lotse';

export type TemporalClient = Awaited<ReturnType<typeof connectTemporal>>;

/** A client of the Temporal server that the services name, closed when the work is done. */
export async function withTemporal<T>(
  { services, masterKey, settings }: Pick<Lotse, 'services' | 'masterKey' | 'settings'>,
  work: (client: TemporalClient) => Promise<T>,
): Promise<T> {
  const { temporalAddress, namespace } = services;
  if (temporalAddress === undefined) {
    const message = 'These services run without a Temporal server. Start all of them with: lotse up';
    throw new CliError('temporal-missing', message, EXIT.unavailable);
  }
  const client = await connectTemporal({
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TLS: settings.config.TEMPORAL_TLS,
    TEMPORAL_API_KEY: settings.config.TEMPORAL_API_KEY,
    LOTSE_MASTER_KEY: masterKey,
  });
  try {
    return await work(client);
  } finally {
    await client.connection.close();
  }
}
