import { errorCode, isError } from '@lotse/platform';

/**
 * SQLSTATE classes and codes of a server that is away, stopping, starting or full (PostgreSQL, appendix A), and of a
 * transaction that it gave up for another one.
 */
const SQLSTATE = /^(08...|57P0[1-5]|53...|40001|40P01|25006)$/;
const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENOENT',
]);
/** The driver gives these no code. */
const DRIVER_TEXTS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;
/** An `ENOENT` is the database's only when a socket was asked for. */
const isSystemCode = (error: unknown, code: string): boolean =>
  SYSTEM.has(code) && (code !== 'ENOENT' || Reflect.get(Object(error), 'syscall') === 'connect');

/** True when the database could not do its part at this moment and may soon: the same request may be sent again. */
export function isDatabaseAway(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined) return SQLSTATE.test(code) || isSystemCode(error, code);
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return isError(error) && DRIVER_TEXTS.test(error.message);
}
