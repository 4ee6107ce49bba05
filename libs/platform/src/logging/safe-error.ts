import { types } from 'node:util';

/** An error as it may stand in a log: what kind and where, never what it said, since messages quote what people wrote. */
export interface SafeError {
  readonly type: string;
  /** Machine code: of our own errors, of Node (`ECONNREFUSED`) or of PostgreSQL (SQLSTATE). */
  readonly code?: string;
  /** Name of the violated constraint, for PostgreSQL errors. */
  readonly constraint?: string;
  readonly at: readonly string[];
  readonly cause?: SafeError;
}

const MACHINE_CODE = /^[\w.-]{1,60}$/;
const FRAME = /^\s+at (?:async )?(?:[\w.<>[\]$# ]+ )?\(?[\w@:/\\.+-]+:\d+:\d+\)?$/;
const FRAMES = 8;
const DEEPEST_CAUSE = 3;

/** True for errors of every realm; test runners have more than one. */
export const isError = (value: unknown): value is Error =>
  value instanceof Error || types.isNativeError(value);

/** The machine code of an error, undefined where it has none. */
export const errorCode = (error: unknown): string | undefined => machineWord(error, 'code');

export function safeError(error: Error, depth = 1): SafeError {
  const code = errorCode(error);
  const constraint = machineWord(error, 'constraint');
  return {
    type: MACHINE_CODE.test(error.constructor.name) ? error.constructor.name : 'Error',
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    at: framesOf(error),
    ...(isError(error.cause) && depth < DEEPEST_CAUSE ? { cause: safeError(error.cause, depth + 1) } : {}),
  };
}

function machineWord(error: unknown, field: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && MACHINE_CODE.test(value) ? value : undefined;
}

/** The stack begins with the message, which may have several lines: it is cut out before the frames are read. */
function framesOf({ stack = '', message }: Error): string[] {
  const frames = message === '' ? stack : stack.replace(message, '');
  return frames
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
}
