import type { SheetAnswer } from '@lotse/domain';
import { CliError } from '../cli-error';

/** What was asked for. @throws CliError with the problem's code and words */
export function answered<Value>(answer: SheetAnswer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new CliError(answer.problem.code, answer.problem.message);
}
