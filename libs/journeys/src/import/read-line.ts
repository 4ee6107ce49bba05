import { isJsonObject, type Json, type JsonObject } from '@lotse/domain';
import { refusedFor, type Refused } from '../answer';
import { MAX_LINE_BYTES, type RawLine } from './lines';
import { repeatedMember } from './repeated-member';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BYTE_ORDER_MARK = '\uFEFF';

const unreadable = (remedy: string): { refused: Refused } => ({
  refused: refusedFor('line-unreadable', 'line', ['administrator'], remedy),
});

function decode({ number, bytes }: RawLine): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

function parse(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Reads one line as a JSON object. Undefined for a blank line. */
export function readLine(
  line: RawLine,
): { readonly object: JsonObject } | { readonly refused: Refused } | undefined {
  if (line.bytes === undefined)
    return {
      refused: refusedFor(
        'line-too-long',
        'line',
        ['administrator'],
        `Keep each line within ${MAX_LINE_BYTES} bytes; this one is longer and was not read.`,
      ),
    };
  const text = decode(line);
  if (text === undefined) return unreadable('Write the line in UTF-8: it holds bytes that are none.');
  if (text.trim() === '') return undefined;
  const value = parse(text);
  if (value === undefined) return unreadable('Write one whole JSON object on the line: it cannot be parsed.');
  if (!isJsonObject(value)) return unreadable('Write one JSON object on the line, in braces.');
  const repeated = repeatedMember(text);
  if (repeated !== undefined)
    return unreadable(`Name ${repeated} once: the line holds it twice in one object.`);
  return { object: value };
}
