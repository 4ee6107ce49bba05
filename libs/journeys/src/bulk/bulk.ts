import type { JsonObject, Refusal } from '@lotse/domain';
import { refusedFor, type Sender } from '../answer';
import { linesOf } from '../import/lines';
import { readLine } from '../import/read-line';
import type { Door } from '../submit/decide-on';
import { rehearsal, type PreviewAnswer, type WouldBe } from '../submit/preview';
import { submit } from '../submit/submit';

export interface BulkOptions {
  readonly sender: Sender;
  /** Names the whole for `undo`: an id of the caller, one for each bulk action. */
  readonly batch: string;
  /** True: every row is decided and nothing is kept. Rows of one journey are then each judged on the journey as it is. */
  readonly dryRun?: boolean;
}

/** What became of one row. `id` and `journey` are null where the row does not say. */
export interface BulkRow {
  /** Counted from 1. */
  readonly row: number;
  readonly id: string | null;
  readonly journey: string | null;
  /** What the row asks for, where it says so. */
  readonly command?: string;
  readonly result: 'accepted' | 'repeated' | 'would-be-accepted' | 'refused';
  readonly version?: number;
  readonly refusal?: Refusal;
  /** In a dry run: what the row would change. */
  readonly changes?: Pick<WouldBe, 'stage' | 'status' | 'clocks' | 'noLongerMet' | 'tasks'>;
}

const BATCH = /^[A-Za-z0-9._-]{1,64}$/;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Many commands through the one door, each with the same guards as on its own and each whole or not at all; a refused row stops
 * nothing. Rows are taken and answered one by one, so thousands need no more memory than one. Idempotent by the commands' ids.
 */
export async function* bulk(
  door: Door,
  commands: Iterable<JsonObject> | AsyncIterable<JsonObject>,
  options: BulkOptions,
): AsyncGenerator<BulkRow> {
  let row = 0;
  for await (const body of commands) {
    row += 1;
    yield await answerRow(door, row, body, options);
  }
}

/**
 * The same from JSON Lines, each a command as on import (`type` may be left out); blank lines have no answer, and `row` is the
 * number of the line. A line that cannot be read is refused as an import refuses it.
 */
export async function* bulkLines(
  door: Door,
  source: AsyncIterable<Uint8Array | string>,
  options: BulkOptions,
): AsyncGenerator<BulkRow> {
  for await (const raw of linesOf(source)) {
    const read = readLine(raw);
    if (read === undefined) continue;
    if ('refused' in read) {
      yield { row: raw.number, id: null, journey: null, ...read.refused };
      continue;
    }
    const { type = 'command', ...body } = read.object;
    yield type === 'command'
      ? await answerRow(door, raw.number, body, options)
      : {
          row: raw.number,
          id: textOrNull(body.id),
          journey: null,
          ...refusedFor('unknown-type', 'field:type', [], 'Give commands alone: records are imported.'),
        };
  }
}

async function answerRow(
  door: Door,
  row: number,
  body: JsonObject,
  { sender, batch, dryRun = false }: BulkOptions,
): Promise<BulkRow> {
  const at = {
    row,
    id: textOrNull(body.id),
    journey: textOrNull(body.journey),
    ...(typeof body.command === 'string' ? { command: body.command } : {}),
  };
  if (!BATCH.test(batch)) {
    const remedy = 'Give batch as an id of up to 64 letters, digits, dots and dashes.';
    return { ...at, ...refusedFor('fields-invalid', 'field:batch', [], remedy) };
  }
  if (dryRun) return { ...at, ...briefly(await rehearsal(door, body, sender)) };
  return { ...at, ...(await submit(door, body, { ...sender, batch })) };
}

/** Without the figures, which nobody counts for each row. */
function briefly(answer: PreviewAnswer): Pick<BulkRow, 'result' | 'version' | 'refusal' | 'changes'> {
  if (answer.result === 'refused') return { result: answer.result, refusal: answer.refusal };
  if (answer.result === 'repeated') return answer;
  const { result, version, stage, status, clocks, noLongerMet, tasks } = answer;
  return { result, version, changes: { stage, status, clocks, noLongerMet, tasks } };
}
