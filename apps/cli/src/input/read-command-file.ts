import { textOf, type JsonObject } from '@lotse/domain';
import { CliError } from '../cli-error';
import { readJsonObject } from './read-json';

/** The command of a file, unchecked, and how it is named in what is printed. @throws CliError `not-a-command` */
export async function readCommandFile(
  file: string,
): Promise<{ readonly body: JsonObject; readonly name: string }> {
  const { type = 'command', ...body } = await readJsonObject(file);
  if (type !== 'command') {
    const message = `Cannot take a line of type ${JSON.stringify(type)}: it is no command. Import records with: lotse import`;
    throw new CliError('not-a-command', message);
  }
  return { body, name: `command ${textOf(body.id) || 'without id'} (${textOf(body.command) || 'no name'})` };
}
