import type { Refusal } from '@lotse/domain';
import { EXIT } from '../exit-code';
import { printJson, printLine } from '../output/print';
import { harmless } from '../output/table';
import { refusalText } from './refusal-text';

/** What became of one thing that was asked for. */
interface Answered {
  readonly result: string;
  readonly version?: number;
  /** The signed report for the sake of which a second person has to say the same. */
  readonly report?: string;
  readonly refusal?: Refusal;
}

/** `command c1: accepted (version 3)`, or why not; a refusal ends with status 2. @param what was asked, such as `command c1` */
export async function printAnswer(
  what: string,
  answer: Answered,
  asJson: boolean | undefined,
): Promise<void> {
  if (answer.result === 'refused') process.exitCode = EXIT.refused;
  if (asJson === true) return printJson(answer);
  const at = answer.version === undefined ? '' : ` (version ${answer.version})`;
  const why = answer.refusal === undefined ? '' : ` ${refusalText(answer.refusal)}`;
  const waits =
    answer.report === undefined ? '' : `: ${answer.report} counts it, so another person says the same`;
  await printLine(harmless(`${what}: ${answer.result}${at}${why}${waits}`));
}
