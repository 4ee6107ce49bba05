import type { Dimension } from '@lotse/domain';
import {
  compareFigures,
  type FigureLine,
  type FigureQuery,
  type Figures,
  type ProgrammeReader,
} from '@lotse/reports';
import type { AttackOptions } from './attack-options';
import type { SmallProgramme } from './small-programme';

interface ToldLine {
  readonly line: FigureLine;
  readonly where: FigureQuery['where'];
}

/** What is told beside counts and their splits. */
export interface Elsewhere {
  readonly queries: number;
  /** Counts that follow at once: closed and open cases of durations, both sides of comparisons. */
  readonly lines: readonly ToldLine[];
  readonly shares: readonly { readonly line: FigureLine; readonly of: string; readonly to: string }[];
  readonly odd: readonly string[];
}

/** Comparisons as they are told without access to persons: no fact is read for them. */
export const comparing =
  (
    figures: Figures,
    store: SmallProgramme,
    programmes: ProgrammeReader,
  ): NonNullable<AttackOptions['compare']> =>
  (query) =>
    compareFigures(
      { figures, store, programmes, facts: { facts: () => unread(), documents: () => unread() } },
      query,
      'figures',
    );

const unread = (): Promise<never> => Promise.reject(new Error('Facts were read for somebody without access'));

/** Asks for shares by every split, durations, and comparisons of each day with each later one. */
export async function askElsewhere(
  { ask, compare, days, indicators, shares = {}, spells = {}, threshold }: AttackOptions,
  tables: readonly (readonly Dimension[])[],
): Promise<Elsewhere> {
  let queries = 0;
  const lines: ToldLine[] = [];
  const odd: string[] = [];
  const told: { line: FigureLine; of: string; to: string }[] = [];
  const heard = new Map<string, Promise<FigureLine[]>>();
  const asking = async (query: FigureQuery): Promise<FigureLine[]> => {
    queries += 1;
    const answer = await ask(query);
    return answer.ok ? answer.value.lines.filter(({ state }) => state === 'counted') : [];
  };
  /** The same question gets the same answer: it is asked once. */
  const counted = (query: FigureQuery): Promise<FigureLine[]> => {
    const key = JSON.stringify(query);
    const lines = heard.get(key) ?? asking(query);
    heard.set(key, lines);
    return lines;
  };
  const note = (line: FigureLine, indicator: string, value: string): void =>
    void lines.push({ line: { ...line, indicator, at: {}, value }, where: undefined });
  for (const asOf of days) {
    for (const [key, [of, to]] of Object.entries(shares))
      for (const by of tables)
        for (const line of await counted({ asOf, indicators: [key], by })) told.push({ line, of, to });
    for (const [key, [from, to]] of Object.entries(spells))
      for (const line of await counted({ asOf, indicators: [key] })) {
        const { closed = null, open = null, p90 = null } = line.days ?? {};
        if (closed === null) continue;
        if (closed < threshold || (p90 !== null && closed < 2 * threshold))
          odd.push(`${key} ${line.asOf}: ${closed}`);
        note(line, to, String(closed));
        if (open !== null) note(line, from, String(closed + open));
      }
  }
  for (const [place, beforeAsOf] of compare === undefined ? [] : days.entries())
    for (const asOf of days.slice(place + 1)) {
      queries += 1;
      const answer = await compare?.({ indicators, before: { asOf: beforeAsOf }, after: { asOf } });
      if (answer?.ok !== true) continue;
      for (const { indicator, before, after, units } of answer.value.differences) {
        if (units !== undefined) odd.push(`${indicator} ${beforeAsOf} to ${asOf} lists units`);
        const sides = [
          [beforeAsOf, before],
          [asOf, after],
        ] as const;
        for (const [day, value] of sides) {
          const [known] = await counted({ asOf: day, indicators: [indicator] });
          if (value !== null && value !== known?.value) odd.push(`${indicator} of ${day}: ${value}`);
        }
      }
    }
  return { queries, lines, shares: told, odd };
}
