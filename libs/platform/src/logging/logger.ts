import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';
import { redact } from './redact';
import { isError } from './safe-error';

/** Writes one JSON object per line. */
export type Logger = PinoLogger;

export interface LoggerOptions {
  /** The process it speaks for: `api`, `worker`, `cli`. */
  readonly process: string;
  readonly level: string;
  /** Standard output unless given; the CLI, whose output is its answer, logs to standard error. */
  readonly destination?: DestinationStream;
}

const NO_MESSAGE = 'no message';

/**
 * The one logger of a process. Every field goes through `redact`; an error given alone or as a field never brings its text
 * along. The message itself is a constant of the code: what varies belongs in fields.
 */
export function createLogger({ process, level, destination }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: redact },
      serializers: {},
      hooks: {
        // pino takes the text of an error as the message where none is given.
        logMethod([first, message], log) {
          if (typeof first === 'string') log.call(this, {}, first);
          else log.call(this, isError(first) ? { err: first } : (first ?? {}), message ?? NO_MESSAGE);
        },
      },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}

/** A logger on standard error, for processes whose standard output is their answer. */
export const createErrorLogger = (options: Omit<LoggerOptions, 'destination'>): Logger =>
  createLogger({ ...options, destination: pino.destination({ dest: 2, sync: true }) });
