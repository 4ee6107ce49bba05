import type { LoggerService } from '@nestjs/common';
import { isError } from './safe-error';
import type { Logger } from './logger';

/** Nest's logger over ours. Its last parameter is the context; stacks and everything between are dropped. */
export function nestLogger(logger: Logger): LoggerService {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'trace') =>
    (message: unknown, ...more: readonly unknown[]) => {
      const context = more.at(-1);
      const fields = typeof context === 'string' && /^\w{1,60}$/.test(context) ? { context } : {};
      if (isError(message)) logger[level]({ ...fields, err: message }, 'nest: error');
      else logger[level](fields, typeof message === 'string' ? `nest: ${message}` : 'nest: object');
    };
  return {
    log: at('info'),
    error: at('error'),
    warn: at('warn'),
    debug: at('debug'),
    verbose: at('trace'),
    fatal: at('fatal'),
  };
}
