import type { SheetScope } from '@lotse/domain';
import { may, seesAll, visibleFields, type Action, type Principal } from '@lotse/policy';
import type { FigureAnswer, Reporting, Sight } from '@lotse/reports';
import { judged } from '../policy/seen-sheets';
import { Problem, sheetProblem } from '../problems/problem';

/** What was asked for. @throws Problem that says why there is nothing */
export function figuresOf<Value>(answer: FigureAnswer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Problem(answer.problem.code, { detail: answer.problem.message });
}

/** Whether the asker sees the persons behind figures of a programme; else figures come suppressed. */
export const sightOf = (principal: Principal, programme: string): Sight =>
  seesAll(visibleFields(principal, { kind: 'programme', programme }), 'units') ? 'persons' : 'figures';

interface Asked {
  readonly programme?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** The moment that is asked for, of a programme that the asker reaches. @throws Problem */
export async function reached(
  reporting: Pick<Reporting, 'resolve'>,
  principal: Principal,
  action: Action,
  { programme, asOf, knownAt }: Asked,
): Promise<SheetScope & { readonly sight: Sight }> {
  const asked = judged(principal, action, { programme, asOf, knownAt });
  if ('problem' in asked) throw sheetProblem(asked.problem);
  const scope = await reporting.resolve(asked.query);
  if (!scope.ok) throw sheetProblem(scope.problem);
  return { ...scope.value, sight: sightOf(principal, scope.value.programme) };
}

/** True where the asker may do this in a programme. */
export const mayIn = (principal: Principal, action: Action, programme: string): boolean =>
  may(principal, action, { kind: 'programme', programme }).ok;
