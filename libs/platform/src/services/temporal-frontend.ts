import type { Connection } from '@temporalio/client';
import { reasonOf, ServiceError } from './service-error';

/** Connects to a Temporal frontend within `deadline` milliseconds; the caller closes the connection. Loads the SDK on first use. */
export async function connectFrontend(
  address: string,
  env: NodeJS.ProcessEnv,
  deadline = 10_000,
): Promise<Connection> {
  const { Connection } = await import('@temporalio/client');
  try {
    return await Connection.connect({ address, connectTimeout: deadline, ...credentials(env) });
  } catch (error) {
    throw new ServiceError(
      'temporal-unreachable',
      `The Temporal server at ${address} does not answer: ${reasonOf(error)}.`,
      'Check TEMPORAL_ADDRESS, or leave it out to use the embedded server.',
      error,
    );
  }
}

/** TLS and API key of a server that is not ours, as Temporal's own tools name them. */
function credentials(env: NodeJS.ProcessEnv): { tls?: true; apiKey?: string } {
  if (env.TEMPORAL_API_KEY) return { tls: true, apiKey: env.TEMPORAL_API_KEY };
  return env.TEMPORAL_TLS === 'true' ? { tls: true } : {};
}
