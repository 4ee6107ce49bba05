import type { Dimension } from '@lotse/domain';
import type { FigureLine, FigureQuery, Moment, Place } from '@lotse/reports';
import type { AttackOptions } from './attack-options';
import { askElsewhere } from './elsewhere';
import { Bounds, type Equation } from './simplex';

export interface AttackReport {
  readonly queries: number;
  readonly answers: number;
  /** Cells of 1 to threshold − 1 persons, of every table and every difference of two releases. */
  readonly protected: number;
  /** Numbers that were told of too few persons, or other ones than elsewhere for the same moment. */
  readonly odd: readonly string[];
  /** Those whose number follows from the answers. */
  readonly reconstructed: readonly string[];
}

const subsets = (dimensions: readonly Dimension[]): Dimension[][] =>
  dimensions.reduce<Dimension[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]);

const exact = (text: string): number => {
  const [numerator, denominator = 1] = text.split('/').map(Number);
  return (numerator ?? 0) / denominator;
};

interface Told {
  readonly line: FigureLine;
  readonly where: FigureQuery['where'];
}

const isSplit = ({ line, where }: Told): boolean => Object.keys(line.at).length > 0 || where !== undefined;
const momentKey = ({ asOf, knownAt }: Pick<FigureLine, 'asOf' | 'knownAt'>): string =>
  `${asOf < knownAt.slice(0, 10) ? asOf : knownAt.slice(0, 10)}`;

/** Moments of tables, and some of those between of which totals alone are told: with the tables they may tell who came until then. */
function momentsOf(told: readonly Told[], between: number): string[] {
  const keys = (some: readonly Told[]): string[] =>
    [...new Set(some.map(({ line }) => momentKey(line)))].sort();
  const tables = keys(told.filter(isSplit));
  if (tables.length === 0) return [];
  const others = keys(told).filter((key) => !tables.includes(key));
  const every = Math.max(1, Math.ceil(others.length / Math.max(1, between)));
  const some = between === 0 ? [] : others.filter((_, place) => place % every === Math.floor(every / 2));
  return [...tables, ...some].sort();
}

/**
 * Asks everything that may be asked of a small programme and works out, by linear programming, what each small cell can be. The
 * attacker knows which values there are, that persons are whole and none is negative, that each indicator holds the next one, and
 * that nobody who was counted is counted no more. A cell is reconstructed where only one whole number is left for it.
 */
export async function attack(options: AttackOptions): Promise<AttackReport> {
  const { programme, ask, days, threshold, indicators, dimensions } = options;
  const lines: Told[] = [];
  let queries = 0;
  const values = new Map(
    dimensions.map((dimension) => [
      dimension,
      [...new Set(programme.persons.map(({ at }) => at[dimension] ?? 'unknown'))],
    ]),
  );
  const put = async (query: FigureQuery): Promise<void> => {
    queries += 1;
    const answer = await ask(query);
    if (!answer.ok) return;
    for (const line of answer.value.lines)
      if (line.state === 'counted') lines.push({ line, where: query.where });
  };
  for (const asOf of days)
    for (const knownAt of [undefined, asOf])
      for (const by of subsets(dimensions)) {
        const moment = { asOf, ...(knownAt === undefined ? {} : { knownAt }) };
        for (const indicator of indicators) {
          await put({ ...moment, indicators: [indicator], by });
          const [first, ...others] = by;
          for (const value of first === undefined ? [] : (values.get(first) ?? []))
            await put({
              ...moment,
              indicators: [indicator],
              by: others,
              where: { [first as Dimension]: [value] },
            });
        }
      }
  const elsewhere = await askElsewhere(options, subsets(dimensions));
  queries += elsewhere.queries;
  const cells = [...values].reduce<Place[]>(
    (all, [dimension, of]) => all.flatMap((at) => of.map((value) => ({ ...at, [dimension]: value }))),
    [{}],
  );
  const told = [...lines, ...elsewhere.lines];
  const moments = momentsOf(told, options.between ?? 3);
  /** A variable for who came between two moments: that nobody goes is in the variables already. */
  const place = (indicator: number, moment: number, cell: number): number =>
    (indicator * moments.length + moment) * cells.length + cell;
  let variables = indicators.length * moments.length * cells.length;
  const at = (wanted: Place, where: FigureQuery['where'] = {}): number[] =>
    cells.flatMap((cell, index) =>
      Object.entries(wanted).every(([name, value]) => Reflect.get(cell, name) === value) &&
      Object.entries(where).every(([name, some]) => some.includes(String(Reflect.get(cell, name))))
        ? [index]
        : [],
    );
  /** Whoever is counted at a moment in some cells, and was not at an earlier one. */
  const counted = (i: number, m: number, some: readonly number[], since = -1): [number, number][] =>
    Array.from({ length: m - since }, (_, step) => since + 1 + step).flatMap((moment) =>
      some.map((cell): [number, number] => [place(i, moment, cell), 1]),
    );
  const equations: Equation[] = [];
  const seen = new Set<string>();
  for (const { line, where } of told) {
    const [i, m] = [indicators.indexOf(line.indicator), moments.indexOf(momentKey(line))];
    const coefficients = new Map(m < 0 || i < 0 ? [] : counted(i, m, at(line.at, where)));
    const key = [...coefficients.keys()].join();
    if (coefficients.size > 0 && !seen.has(key)) equations.push({ coefficients, value: Number(line.value) });
    seen.add(key);
  }
  // A share says that so many of the one are so many of the other, in the same cells at the same moment.
  for (const { line, of, to } of elsewhere.shares) {
    const m = moments.indexOf(momentKey(line));
    if (m < 0) continue;
    const [part, whole] = [of, to].map((key) => counted(indicators.indexOf(key), m, at(line.at)));
    const share = exact(line.value ?? '0') / 100;
    const coefficients = new Map([
      ...(part ?? []),
      ...(whole ?? []).map(([variable]): [number, number] => [variable, -share]),
    ]);
    equations.push({ coefficients, value: 0 });
  }
  for (let i = 1; i < indicators.length; i += 1)
    for (let m = 0; m < moments.length; m += 1)
      for (let c = 0; c < cells.length; c += 1) {
        const fewer = counted(i, m, [c]).map(([variable]): [number, number] => [variable, -1]);
        equations.push({
          coefficients: new Map([...counted(i - 1, m, [c]), ...fewer, [variables, -1]]),
          value: 0,
        });
        variables += 1;
      }
  const bounds = new Bounds(variables, equations);
  const truth = moments.map((day): Moment => ({ asOf: day, knownAt: `${day}T23:59:59.999Z` }));
  const count = (indicator: string, moment: Moment | undefined, wanted: Place): number =>
    moment === undefined
      ? 0
      : programme
          .counted(indicator, moment)
          .filter(({ at: who }) =>
            Object.entries(wanted).every(([name, value]) => Reflect.get(who, name) === value),
          ).length;
  const reconstructed: string[] = [];
  let small = 0;
  const tables = subsets(dimensions).filter((by) => by.length > 0 && by.length <= 2);
  const wanted = tables.flatMap((by) =>
    by.reduce<Place[]>(
      (all, dimension) =>
        all.flatMap((one) => (values.get(dimension) ?? []).map((value) => ({ ...one, [dimension]: value }))),
      [{}],
    ),
  );
  for (const [i, indicator] of indicators.entries())
    for (const one of wanted)
      for (let m = 0; m < moments.length; m += 1)
        for (const since of [undefined, ...moments.keys()].filter((k) => k === undefined || k < m)) {
          const before = since === undefined ? 0 : count(indicator, truth[since], one);
          const persons = count(indicator, truth[m], one) - before;
          if (persons < 1 || persons >= threshold) continue;
          small += 1;
          const target = new Map(counted(i, m, at(one), since));
          const { least, most } = bounds.of(target);
          if (Math.ceil(least - 1e-5) === Math.floor(most + 1e-5))
            reconstructed.push(
              `${indicator} ${JSON.stringify(one)} ${since === undefined ? '' : `${moments[since]} to `}${moments[m]}: ${persons}`,
            );
        }
  return { queries, answers: told.length, protected: small, odd: elsewhere.odd, reconstructed };
}
