import type { LineAnswer } from '@lotse/journeys';

/** `r00004 actor-not-allowed`, or the result where the line was not refused. */
export const brief = ({ line, id, result, refusal }: LineAnswer): string =>
  `${id ?? `line ${line}`} ${refusal?.code ?? result}`;
