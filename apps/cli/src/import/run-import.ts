import type { Journeys, LineAnswer } from '@lotse/journeys';
import { SENDER } from '../lotse/sender';
import { inPieces, type ImportSource } from './import-source';

/** How many lines were answered in which way. */
export type ImportTally = Record<LineAnswer['result'], number>;

/**
 * Imports line by line; `onAnswer` is waited for before the next line.
 * @param onAnswer also gets the share of the source that was read, from 0 to 1, where its size is known
 */
export async function runImport(
  journeys: Journeys,
  source: ImportSource,
  onAnswer: (answer: LineAnswer, share: number | undefined) => Promise<void>,
): Promise<ImportTally> {
  const tally: ImportTally = { accepted: 0, repeated: 0, unchanged: 0, refused: 0 };
  const { pieces, share } = inPieces(source);
  for await (const answer of journeys.importLines(pieces, SENDER)) {
    tally[answer.result] += 1;
    await onAnswer(answer, share());
  }
  return tally;
}

/** `661 lines: 0 accepted, 569 repeated, 92 unchanged, 0 refused`. */
export function tallyText({ accepted, repeated, unchanged, refused }: ImportTally): string {
  const lines = accepted + repeated + unchanged + refused;
  return `${lines} lines: ${accepted} accepted, ${repeated} repeated, ${unchanged} unchanged, ${refused} refused`;
}
