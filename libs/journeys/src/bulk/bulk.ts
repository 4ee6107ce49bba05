import type { JsonObject, Refusal } from '@lotse/domain';
import { refusedFor, type Sender } from '../answer';
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
  readonly result: 'accepted' | 'repeated' | 'would-be-accepted' | 'refused';
  readonly version?: number;
  readonly refusal?: Refusal;
  /** In a dry run: what the row would change. */
  readonly changes?: Pick<WouldBe, 'stage' | 'status' | 'clocks' | 'noLongerMet'>;
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
  { sender, batch, dryRun = false }: BulkOptions,
): AsyncGenerator<BulkRow> {
  let row = 0;
  for await (const body of commands) {
    row += 1;
    const at = { row, id: textOrNull(body.id), journey: textOrNull(body.journey) };
    if (!BATCH.test(batch))
      yield {
        ...at,
        ...refusedFor(
          'fields-invalid',
          'field:batch',
          [],
          'Give batch as an id of up to 64 letters, digits, dots and dashes.',
        ),
      };
    else if (dryRun) {
      const answer = await rehearsal(door, body, sender);
      yield { ...at, ...briefly(answer) };
    } else yield { ...at, ...(await submit(door, body, { ...sender, batch })) };
  }
}

/** Without the figures, which nobody counts for each row. */
function briefly(answer: PreviewAnswer): Pick<BulkRow, 'result' | 'version' | 'refusal' | 'changes'> {
  if (answer.result === 'refused') return { result: answer.result, refusal: answer.refusal };
  if (answer.result === 'repeated') return answer;
  const { result, version, stage, status, clocks, noLongerMet } = answer;
  return { result, version, changes: { stage, status, clocks, noLongerMet } };
}
