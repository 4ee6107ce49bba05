import type { ErasureFile, ErasureLine } from '@lotse/privacy';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function lineOf(text: string, number: number, path: string): ErasureLine {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    told = undefined;
  }
  if (typeof told === 'object' && told !== null && 'persons' in told && isTexts(told.persons)) {
    const member = (name: string): string => String(Reflect.get(told, name));
    return {
      id: member('id'),
      person: member('person'),
      persons: told.persons,
      erasedAt: member('erasedAt'),
    };
  }
  throw new Error(
    `Line ${number} of ${path} is no erasure: put the file back from its copy before anything is restored.`,
  );
}

/**
 * Erasures as JSON Lines, appended and flushed: ids alone. It lies outside the database and its backups, so that a restored backup
 * brings nobody back. @param path made when it is not there; readable by its owner alone
 */
export const createErasureFile = (path: string): ErasureFile => ({
  async append({ id, person, persons, erasedAt }) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(path, 'a', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ id, person, persons, erasedAt })}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  async read() {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
    return text
      .split('\n')
      .map((line, at) => [line, at + 1] as const)
      .filter(([line]) => line !== '')
      .map(([line, number]) => lineOf(line, number, path));
  },
});
