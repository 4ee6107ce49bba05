import { isRecordType, RECORD_LINES, type JsonObject, type Refusal } from '@lotse/domain';
import { refusedFor, type Answer } from '../answer';
import { putRecord, type RecordAnswer, type Registry } from '../records/put-record';
import type { Door } from '../submit/decide-on';
import { submit } from '../submit/submit';
import { linesOf } from './lines';
import { readLine } from './read-line';

/** What became of one line (domain.md, import format). `type` and `id` are null where the line does not say. */
export interface LineAnswer {
  /** Counted from 1, blank lines included. */
  readonly line: number;
  readonly type: string | null;
  readonly id: string | null;
  readonly result: 'accepted' | 'repeated' | 'unchanged' | 'refused';
  /** Of the journey or the record. */
  readonly version?: number;
  readonly refusal?: Refusal;
}

export interface Importer {
  /** Id of the administrator who imports. */
  readonly submittedBy: string;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Imports JSON Lines in file order and answers each line as soon as it is decided; blank lines have no answer. Every line is
 * applied whole or not at all, and a refused line stops nothing: the same file, repaired, completes the rest.
 */
export async function* importLines(
  services: Door & Registry,
  source: AsyncIterable<Uint8Array | string>,
  importer: Importer,
): AsyncGenerator<LineAnswer> {
  for await (const raw of linesOf(source)) {
    const read = readLine(raw);
    if (read === undefined) continue;
    if ('refused' in read) {
      yield { line: raw.number, type: null, id: null, ...read.refused };
      continue;
    }
    const { object } = read;
    const answer = await apply(services, object, importer);
    yield { line: raw.number, type: textOrNull(object.type), id: textOrNull(object.id), ...answer };
  }
}

async function apply(
  services: Door & Registry,
  line: JsonObject,
  { submittedBy }: Importer,
): Promise<Answer | RecordAnswer> {
  const { type, ...body } = line;
  const sender = { submittedBy, imported: true };
  if (type === 'command') return submit(services, body, sender);
  if (typeof type === 'string' && isRecordType(type)) return putRecord(services, type, body, sender);
  return refusedFor(
    'unknown-type',
    'field:type',
    ['administrator'],
    `Give type: one of command, ${Object.keys(RECORD_LINES).join(', ')}.`,
  );
}
