import type { Principal } from '@lotse/policy';
import type { Asker, Refusal } from '@lotse/privacy';
import { PROBLEMS, type ProblemCode } from '../problems/problem-codes';
import { Problem } from '../problems/problem';

const isRefusal = (answer: { readonly result: string }): answer is Refusal => answer.result === 'refused';
const isProblem = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** What was asked for. @throws Problem that says why it was refused */
export function granted<Answer extends { readonly result: string }>(
  answer: Answer | Refusal,
): Exclude<Answer, Refusal> {
  if (!isRefusal(answer)) return answer as Exclude<Answer, Refusal>;
  if (!isProblem(answer.code)) throw new Error(`No problem is named ${answer.code}`);
  throw new Problem(answer.code, { detail: answer.message });
}

export const askerOf = ({ id, entrance }: Principal): Asker => ({ id, entrance });
