import type { Logger } from '../logging/logger';
import { temporalLogger } from '../logging/temporal-logger';

/**
 * Sends everything the SDK logs, its Rust core included, through the redacting logger, and leaves signals to the process
 * itself, which drains more than the worker. Once per process, before the first connection or worker.
 */
export async function installTemporalRuntime(logger: Logger): Promise<void> {
  const { makeTelemetryFilterString, Runtime } = await import('@temporalio/worker');
  Runtime.install({
    logger: temporalLogger(logger),
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
  });
}
