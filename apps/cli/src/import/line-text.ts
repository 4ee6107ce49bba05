import type { LineAnswer } from '@lotse/journeys';
import { refusalText } from '../answer/refusal-text';
import { harmless } from '../output/table';

/** `line 12, command c00012: accepted (version 3)`; a refusal names every unmet guard, who can meet it and what would. */
export function lineText({ line, type, id, result, version, refusal }: LineAnswer): string {
  const what = [type, id].filter((part) => part !== null).join(' ');
  const of = what === '' ? '' : `, ${what}`;
  const at = version === undefined ? '' : ` (version ${version})`;
  const why = refusal === undefined ? '' : ` ${refusalText(refusal)}`;
  return harmless(`line ${line}${of}: ${result}${at}${why}`);
}
