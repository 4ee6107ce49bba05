import {
  ConfigError,
  createLogger,
  errorCode,
  installTemporalRuntime,
  KeyError,
  loadConfig,
  nestLogger,
} from '@lotse/platform';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';
import { WorkerProcess } from './worker-process';

/** Exit codes: 0 stopped as asked, 1 failed, 2 not configured. */
async function main(): Promise<void> {
  const config = loadConfig('worker');
  const logger = createLogger({ process: 'worker', level: config.LOG_LEVEL });
  await installTemporalRuntime(logger);
  const stopping = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      logger.info({ signal: name }, 'worker stops');
      stopping.abort();
    });
  }
  try {
    const app = await NestFactory.createApplicationContext(WorkerModule.with(config, logger), {
      logger: nestLogger(logger),
      abortOnError: false,
    });
    await app.get(WorkerProcess).run(stopping.signal);
    await app.close();
    logger.info('worker stopped');
  } catch (error) {
    if (error instanceof KeyError) throw error;
    logger.fatal({ err: error }, 'worker failed');
    process.exitCode = 1;
  }
}

main()
  .catch((error: unknown) => {
    const isOfConfiguration = error instanceof ConfigError || error instanceof KeyError;
    process.exitCode = isOfConfiguration ? 2 : 1;
    const reason = isOfConfiguration
      ? error.message
      : `The worker could not start (${errorCode(error) ?? 'unknown reason'}).`;
    process.stderr.write(`${reason}\n`);
  })
  // The SDK's native core keeps the process alive after its last worker has ended.
  .finally(() => process.exit());
