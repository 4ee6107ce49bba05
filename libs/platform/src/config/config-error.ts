export interface ConfigProblem {
  readonly variable: string;
  /** What is wrong with it and what would help; never the value, which may be a secret. */
  readonly message: string;
}

/** The configuration does not hold. The message lists every problem, one line each, and is meant to be printed as it is. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config-invalid';

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(
      [
        'The configuration is not valid:',
        ...problems.map(({ variable, message }) => `  ${variable}: ${message}`),
      ].join('\n'),
    );
  }
}
