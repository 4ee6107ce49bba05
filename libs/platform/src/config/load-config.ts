import { readFileSync } from 'node:fs';
import { cleanEnv, EnvMissingError, type CleanedEnv } from 'envalid';
import { errorCode } from '../logging/safe-error';
import { ConfigError, type ConfigProblem } from './config-error';
import { plainConnections } from './plain-connections';
import { SECRETS, SPECS, TOGETHER, type ProcessKind } from './specs';

export type Config<Kind extends ProcessKind> = CleanedEnv<(typeof SPECS)[Kind]>;
export type ApiConfig = Config<'api'>;
export type WorkerConfig = Config<'worker'>;
export type CliConfig = Config<'cli'>;
type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'LOTSE_';
/** Addresses that a test run hands to its own processes; nothing here reads them. */
const TEST_PREFIX = 'LOTSE_TEST_';

/** What was given: an empty variable counts as one that is not there, as in `LOTSE_HOME= lotse up`. */
export const givenIn = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/**
 * The validated configuration of one kind of process. Every secret can be given as `<NAME>_FILE` instead. A misspelt
 * `LOTSE_…` variable is refused, since it would else be ignored in silence.
 * @throws ConfigError with all problems at once.
 */
export function loadConfig<Kind extends ProcessKind>(
  kind: Kind,
  environment: Environment = process.env,
): Config<Kind> {
  const problems: ConfigProblem[] = unknownVariables(environment);
  const values = withSecretFiles(givenIn(environment), problems);
  problems.push(...halfGiven(values), ...plainConnections(values));
  const config = cleanEnv<(typeof SPECS)[Kind]>(values, SPECS[kind], {
    reporter: ({ errors }) => {
      for (const [variable, error] of Object.entries(errors)) {
        if (error instanceof Error) problems.push({ variable, message: reasonOf(error, variable) });
      }
    },
  });
  if (problems.length > 0) throw new ConfigError(problems);
  // A plain object: envalid's own throws at every name it does not know, also where a framework only asks.
  return { ...config };
}

/** envalid's own text for a missing variable repeats its description; a value's text is ours and never holds the value. */
function reasonOf(error: Error, variable: string): string {
  const orFile = isSecret(variable) ? ` (or ${variable}_FILE)` : '';
  return error instanceof EnvMissingError
    ? `is required${orFile}`
    : error.message.replace(/:? ?"[^"]*"$/, '');
}

function unknownVariables(environment: Environment): ConfigProblem[] {
  const known = new Set<string>(Object.values(SPECS).flatMap((specs) => Object.keys(specs)));
  for (const secret of SECRETS) known.add(`${secret}_FILE`);
  const unknown = Object.keys(environment).filter(
    (name) => name.startsWith(PREFIX) && !name.startsWith(TEST_PREFIX) && !known.has(name),
  );
  const choices = [...known]
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .join(', ');
  return unknown.map((variable) => ({ variable, message: `is not known; known are ${choices}` }));
}

function withSecretFiles(environment: Environment, problems: ConfigProblem[]): Environment {
  const values: Record<string, string | undefined> = { ...environment };
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (file === undefined) continue;
    if (environment[name] !== undefined)
      problems.push({ variable: `${name}_FILE`, message: `stands beside ${name}; give only one of them` });
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      problems.push({
        variable: `${name}_FILE`,
        message: `names a file that cannot be read (${errorCode(error) ?? 'unknown reason'})`,
      });
    }
  }
  return values;
}

/** A file store that is configured in part would else be the folder in silence. */
const halfGiven = (values: Environment): ConfigProblem[] =>
  TOGETHER.flatMap((group) => {
    const missing = group.filter((name) => values[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) return [];
    return missing.map((variable) => ({ variable, message: `is needed beside ${group.join(', ')}` }));
  });

const isSecret = (variable: string): boolean => SECRETS.some((secret) => secret === variable);
