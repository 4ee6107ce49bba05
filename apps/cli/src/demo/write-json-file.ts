import { writeFile } from 'node:fs/promises';
import { errorCode } from '@lotse/platform';
import { CliError } from '../cli-error';

/** @throws CliError `file-unwritable` */
export async function writeJsonFile(file: string, value: unknown): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    const message = `Cannot write ${file} (${errorCode(error) ?? 'unknown reason'}). Name a file in a folder that exists.`;
    throw new CliError('file-unwritable', message, undefined, { cause: error });
  }
}
