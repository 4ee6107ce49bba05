import { MailAddressError, UnknownTemplateError } from '@lotse/journeys';
import { ConfigError, errorCode, isError, KeyError, ServiceError } from '@lotse/platform';
import { ApplicationRoleError, FiguresNotReady, NewerSchemaError } from '@lotse/persistence';
import { CommanderError } from 'commander';
import { CliError } from '../cli-error';
import { EXIT, type ExitCode } from '../exit-code';

/** The configuration may be what failed, so the level is read as it stands. */
const wantsStack = (): boolean => ['debug', 'trace'].includes(process.env['LOG_LEVEL'] ?? '');

/** What the application cannot do for what was given; the messages are meant for people. */
const MENDABLE = [MailAddressError, UnknownTemplateError];

/** Codes by which the system or PostgreSQL says that a server is not there, or does not let us in. */
const UNREACHABLE = /^(ECONN|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EAI_|57P|08|28|3D000)/;

/** Prints one message on standard error, with a stack only where LOG_LEVEL asks for it, and answers the exit status. */
export function reportFailure(error: unknown): ExitCode {
  // commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.refused;
  const { code, message, exitCode } = describe(error);
  process.stderr.write(`lotse: ${message} [${code}]\n`);
  if (wantsStack() && isError(error)) process.stderr.write(`${error.stack ?? ''}\n`);
  return exitCode;
}

function describe(error: unknown): { code: string; message: string; exitCode: ExitCode } {
  if (error instanceof CliError) return error;
  if (MENDABLE.some((kind) => error instanceof kind) && isError(error))
    return { code: errorCode(error) ?? 'refused', message: error.message, exitCode: EXIT.refused };
  if (error instanceof ConfigError || error instanceof KeyError)
    return { code: error.code, message: error.message, exitCode: EXIT.refused };
  if (
    error instanceof ServiceError ||
    error instanceof ApplicationRoleError ||
    error instanceof NewerSchemaError ||
    error instanceof FiguresNotReady
  )
    return { code: error.code, message: error.message, exitCode: EXIT.unavailable };
  const code = errorCode(error) ?? 'unexpected';
  if (UNREACHABLE.test(code)) {
    const message = 'The connection to a service was lost or refused. See what runs with: lotse doctor';
    return { code, message, exitCode: EXIT.unavailable };
  }
  const message = 'This should not have happened. Run it again with LOG_LEVEL=debug to see where.';
  return { code, message, exitCode: EXIT.unexpected };
}
