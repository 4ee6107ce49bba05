import type { Refused } from '@lotse/journeys';
import { refusalProblem } from './problem';
import type { ProblemCode } from './problem-codes';

/**
 * An answer that is no refusal.
 * @param as the problem instead of the refusal's own, where HTTP has a word of its own
 * @throws Problem
 */
export function accepted<Answer extends { readonly result: string }>(
  answer: Answer | Refused,
  as?: ProblemCode,
): Exclude<Answer, Refused> {
  if (isRefused(answer)) throw refusalProblem(answer.refusal, as === undefined ? {} : { as });
  return answer as Exclude<Answer, Refused>;
}

const isRefused = (answer: { readonly result: string }): answer is Refused => answer.result === 'refused';
