import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSION = '4.32.5';
const folder = join(process.env.LOTSE_CACHE ?? join(homedir(), '.cache', 'lotse'), `schemathesis-${VERSION}`);
const path = join(folder, 'bin', 'st');

const succeeds = (command: string, parameters: readonly string[]): boolean =>
  spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;

/**
 * Path of schemathesis, which is Python's: brought from PyPI into a virtual environment of its own and kept per user. Undefined
 * where there is no Python with `venv`, or no way to PyPI.
 */
export function schemathesisProgram(): string | undefined {
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const isBrought =
    succeeds('python3', ['-m', 'venv', folder]) &&
    succeeds(join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`]);
  return isBrought && existsSync(path) ? path : undefined;
}

/** Runs it and answers its exit code; what it says goes to a file. */
export async function runSchemathesis(
  program: string,
  parameters: readonly string[],
  output: string,
  variables: Readonly<Record<string, string>>,
): Promise<number | null> {
  const file = await open(output, 'w');
  try {
    return await new Promise((resolve, reject) => {
      const env = { ...process.env, ...variables };
      const child = spawn(program, parameters, { stdio: ['ignore', file.fd, file.fd], env });
      child.on('error', reject).on('exit', resolve);
    });
  } finally {
    await file.close();
  }
}
