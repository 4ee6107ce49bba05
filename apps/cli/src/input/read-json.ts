import { isJsonObject, type JsonObject } from '@lotse/domain';
import { CliError } from '../cli-error';
import { readText } from './read-text';

/** The one JSON object of a file; `-` is standard input. @throws CliError `file-unreadable`, `json-invalid` */
export async function readJsonObject(file: string): Promise<JsonObject> {
  const value = parse(await readText(file));
  if (isJsonObject(value)) return value;
  const message = `Cannot take ${file === '-' ? 'standard input' : file}: it is not one JSON object. Write one object, in braces.`;
  throw new CliError('json-invalid', message);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
