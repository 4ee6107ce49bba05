import { resolve } from 'node:path';
import { givenIn, loadConfig, type CliConfig } from '@lotse/platform';

/** What one call of `lotse` works on. */
export interface Settings {
  readonly config: CliConfig;
  /** The data folder, absolute. */
  readonly home: string;
  /** The environment in which services are looked for, with secrets read from their files and without empty variables. */
  readonly env: NodeJS.ProcessEnv;
}

export interface HomeOption {
  readonly home?: string;
}

/** The validated configuration of this call; `--home` goes before `LOTSE_HOME`. @throws ConfigError */
export function settingsOf({ home }: HomeOption): Settings {
  const config = loadConfig('cli', home === undefined ? process.env : { ...process.env, LOTSE_HOME: home });
  const { DATABASE_URL, TEMPORAL_ADDRESS } = config;
  return {
    config,
    home: resolve(config.LOTSE_HOME),
    env: { ...givenIn(process.env), DATABASE_URL, TEMPORAL_ADDRESS },
  };
}
