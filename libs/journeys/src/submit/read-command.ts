import { checkFields, COMMAND_LINE, LINE_RECORDED, type Command, type JsonObject } from '@lotse/domain';
import { refusedFor, type Refused } from '../answer';
import { jsonFault } from './plain-json';

const ENVELOPE = { ...COMMAND_LINE, ...LINE_RECORDED };

/** `checkFields` has found nothing wrong, so the object has the shape. */
const isCommand = (body: JsonObject): body is JsonObject & Command =>
  checkFields(ENVELOPE, body).length === 0;

/** Checks the envelope of a command; its name and `data` are judged by the domain. */
export function readCommand(body: JsonObject): { readonly command: Command } | { readonly refused: Refused } {
  if (!isCommand(body)) {
    const name = typeof body.command === 'string' ? `${body.command}: ` : '';
    const unmet = checkFields(ENVELOPE, body).map(({ field, remedy }) => ({
      guard: `field:${field}`,
      who: [],
      remedy: name + remedy,
    }));
    return { refused: { result: 'refused', refusal: { code: 'fields-invalid', unmet } } };
  }
  const fault = jsonFault(body);
  if (fault !== undefined)
    return { refused: refusedFor('fields-invalid', 'field:data', [], `${body.command}: ${fault}`) };
  return { command: body };
}
