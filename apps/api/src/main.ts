import 'reflect-metadata';
import { ConfigError, createErrorLogger, createLogger, KeyError, loadConfig } from '@lotse/platform';
import { ApplicationRoleError, NewerSchemaError } from '@lotse/persistence';
import { startApi } from './start-api';

async function main(): Promise<void> {
  const config = loadConfig('api');
  const logger = createLogger({ process: 'api', level: config.LOG_LEVEL });
  const api = await startApi(config, logger);
  logger.info({ url: api.url }, 'api listens');
  const stop = async (signal: string): Promise<void> => {
    logger.info({ signal }, 'api stops');
    await api.close();
    logger.info('api stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop(signal).catch(fail));
}

const TOLD = [ConfigError, KeyError, ApplicationRoleError, NewerSchemaError];

/** What an operator can mend is told as it is; what else went wrong by kind, code and place, never by its text. */
function fail(error: unknown): never {
  if (error instanceof Error && TOLD.some((kind) => error instanceof kind))
    process.stderr.write(`${error.message}\n`);
  else createErrorLogger({ process: 'api', level: 'error' }).fatal({ err: error }, 'api failed');
  process.exit(1);
}

main().catch(fail);
