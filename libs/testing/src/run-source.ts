import { join } from 'node:path';

/** Command and arguments that run a TypeScript source of this project as a process of its own, without a build. */
export function sourceCommand(file: string): { command: string; args: string[] } {
  const runner = join(__dirname, '../run-source.js');
  return { command: process.execPath, args: ['-r', runner, join(__dirname, '../../..', file)] };
}
