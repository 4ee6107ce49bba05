import { EXIT, type ExitCode } from './exit-code';

/** Something the caller can mend. The message says what, on what and why, and what helps; it is printed as it is. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    /** For machines; texts may change. */
    readonly code: string,
    message: string,
    readonly exitCode: ExitCode = EXIT.refused,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
