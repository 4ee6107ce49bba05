import { isJsonObject, textOf, type JsonObject } from '@lotse/domain';
import { refusedFor } from '../answer';
import { linesOf } from '../import/lines';
import { readLine } from '../import/read-line';
import type { Registry } from '../records/put-record';
import type { Door } from '../submit/decide-on';
import { sameness } from './known-persons';
import {
  nominatePerson,
  type KnownPersons,
  type NominationAnswer,
  type NominationOptions,
} from './nominate-person';

/** What became of one line of a list. `id` is null where the line does not say. */
export type NominationRow = {
  /** Number of the line, from 1. */
  readonly row: number;
  readonly id: string | null;
} & NominationAnswer;

/**
 * Nominates a list of new persons from JSON Lines, each line as `nominatePerson` does and whole or not at all; a refused line stops
 * nothing, blank lines have no answer. Somebody who stands in the list twice is refused the second time, in a dry run too.
 */
export async function* nominateLines(
  door: Door & Registry,
  source: AsyncIterable<Uint8Array | string>,
  options: NominationOptions,
): AsyncGenerator<NominationRow> {
  const known: KnownPersons = new Map();
  const listed = new Map<string, { readonly row: number; readonly id: string | null }>();
  for await (const raw of linesOf(source)) {
    const read = readLine(raw);
    if (read === undefined) continue;
    if ('refused' in read) {
      yield { row: raw.number, id: null, ...read.refused };
      continue;
    }
    const line = read.object;
    const id = typeof line.id === 'string' ? line.id : null;
    const key = keyOf(line);
    const twin = listed.get(key);
    const answer: NominationAnswer =
      twin === undefined || twin.id === id
        ? await nominatePerson(door, line, options, known)
        : refusedFor(
            'guards-unmet',
            'listed-once',
            ['university'],
            `Take the line out, or correct it: line ${twin.row} has the same name and birthday.`,
          );
    if (answer.result !== 'refused') listed.set(key, { row: raw.number, id });
    yield { row: raw.number, id, ...answer };
  }
}

/** By whom and under which university somebody stands in a list. */
const keyOf = ({ university, person }: JsonObject): string =>
  `${textOf(university)}\n${isJsonObject(person) ? sameness(person) : ''}`;
