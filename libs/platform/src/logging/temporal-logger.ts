import type { Logger as TemporalLogger, LogMetadata } from '@temporalio/common';
import { isError, safeError } from './safe-error';
import type { Logger } from './logger';

/** What the SDK says of a task that is a code, an id or a number. Everything else it knows is dropped. */
const KEPT = (
  'sdkComponent namespace taskQueue identity workflowType workflowId runId activityType activityId ' +
  'attempt isLocal durationMs historyLength state size'
).split(' ');

/**
 * The SDK's logger over ours. It prints errors of activities and workflows before any converter or codec has seen them, so
 * only known fields and the kind of an error get through. Messages of its Rust core quote failures and are cut to their first words.
 */
export function temporalLogger(logger: Logger): TemporalLogger {
  const at =
    (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') => (message: string, meta?: LogMetadata) =>
      logger[level](keptOf(meta), `temporal: ${firstWords(message)}`);
  const levels = {
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  };
  const byName = {
    TRACE: levels.trace,
    DEBUG: levels.debug,
    INFO: levels.info,
    WARN: levels.warn,
    ERROR: levels.error,
  };
  return { ...levels, log: (level, message, meta) => byName[level](message, meta) };
}

function keptOf(meta: LogMetadata = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of KEPT) if (meta[key] !== undefined) kept[key] = meta[key];
  if (isError(meta['error'])) kept['err'] = safeError(meta['error']);
  return kept;
}

/** Up to the first character that can begin quoted or interpolated text. */
const firstWords = (message: string): string => /^[\w .,'/()-]{0,100}/.exec(message)?.[0].trim() ?? '';
