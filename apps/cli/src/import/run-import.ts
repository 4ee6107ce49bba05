import type { Journeys, LineAnswer } from '@lotse/journeys';
import type { ImportSource } from './import-source';

/** How many lines were answered in which way. */
export type ImportTally = Record<LineAnswer['result'], number>;

/** Who the command line is, until there are accounts (domain.md, commands). */
const ADMINISTRATOR = 'administrator';

/**
 * Imports line by line; `onAnswer` is waited for before the next line.
 * @param onAnswer also gets the share of the source that was read, from 0 to 1, where its size is known
 */
export async function runImport(
  journeys: Journeys,
  { bytes, size }: ImportSource,
  onAnswer: (answer: LineAnswer, share: number | undefined) => Promise<void>,
): Promise<ImportTally> {
  const tally: ImportTally = { accepted: 0, repeated: 0, unchanged: 0, refused: 0 };
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      // Small pieces, so that the share grows with the lines and not with the file's few chunks.
      for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
        const piece = chunk.subarray(start, start + PIECE_BYTES);
        read += piece.length;
        yield piece;
      }
    }
  }
  for await (const answer of journeys.importLines(counted(), { submittedBy: ADMINISTRATOR })) {
    tally[answer.result] += 1;
    await onAnswer(answer, size === undefined ? undefined : read / size);
  }
  return tally;
}

const PIECE_BYTES = 4_096;

/** `661 lines: 0 accepted, 569 repeated, 92 unchanged, 0 refused`. */
export function tallyText({ accepted, repeated, unchanged, refused }: ImportTally): string {
  const lines = accepted + repeated + unchanged + refused;
  return `${lines} lines: ${accepted} accepted, ${repeated} repeated, ${unchanged} unchanged, ${refused} refused`;
}
