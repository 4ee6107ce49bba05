import type { ListedFigure, Sheet, SheetAnswer, SheetProblem, SheetQuery, SheetReader } from '@lotse/domain';
import { reachOf, seesAll, visibleFields, type Action, type Principal } from '@lotse/policy';

export type Judged<Query extends SheetQuery> = { readonly query: Query } | { readonly problem: SheetProblem };

/** As the reader says it of a programme that is not there. */
const unknown = (programme: string): SheetProblem => ({
  code: 'programme-unknown',
  message: `There is no programme ${programme}: check the id, or import it first.`,
});

/** The query cut to the asker's programmes, or why it gets nothing. */
export function judged<Query extends SheetQuery>(
  principal: Principal,
  action: Action,
  query: Query,
): Judged<Query> {
  const reach = reachOf(principal, action);
  if (reach === undefined) return { query };
  const [only, ...others] = reach.programmes;
  const programme = query.programme ?? (others.length === 0 ? only : undefined);
  if (programme === undefined)
    return {
      problem: {
        code: 'programme-ambiguous',
        message: `Name one of the programmes ${reach.programmes.join(', ')}.`,
      },
    };
  if (!reach.programmes.includes(programme)) return { problem: unknown(programme) };
  return { query: { ...query, programme } };
}

/** Without the ids behind the figures. */
function figuresAlone(sheet: Sheet): Sheet {
  const units: Record<ListedFigure, readonly string[]> = { ...sheet.units };
  for (const figure of Object.keys(units) as ListedFigure[]) units[figure] = [];
  return { ...sheet, units };
}

const refused = (problem: SheetProblem): SheetAnswer<never> => ({ ok: false, problem });

/** The figures as the asker sees them: of its own programmes, and without those behind them where they are not its to know. */
export const seenSheets = (sheets: SheetReader, asker: () => Principal): SheetReader => ({
  resolveProgramme: (programme) => sheets.resolveProgramme(programme),
  sheet: async (query) => {
    const principal = asker();
    const asked = judged(principal, 'sheet.read', query);
    if ('problem' in asked) return refused(asked.problem);
    const answer = await sheets.sheet(asked.query);
    if (!answer.ok) return answer;
    const subject = { kind: 'programme' as const, programme: answer.value.programme };
    if (seesAll(visibleFields(principal, subject), 'units')) return answer;
    return { ok: true, value: { ...answer.value, sheet: figuresAlone(answer.value.sheet) } };
  },
  units: async (query) => {
    const asked = judged(asker(), 'sheet.units', query);
    return 'problem' in asked ? refused(asked.problem) : sheets.units(asked.query);
  },
});
