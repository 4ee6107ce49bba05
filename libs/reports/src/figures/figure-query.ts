import {
  DIMENSIONS,
  INDICATORS,
  isDay,
  type Day,
  type Dimension,
  type Indicator,
  type SheetProblem,
  type SheetQuery,
} from '@lotse/domain';
import { openSplitsOf, partsOfRatio } from '../suppression/open-figures';

/** Which numbers. Without `indicators` all of them that can be split so. */
export interface FigureQuery extends SheetQuery {
  /** First day of the period of flows. */
  readonly from?: Day;
  readonly indicators?: readonly string[];
  readonly by?: readonly string[];
  /** Values by dimension; only what has one of them in each is counted. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

/** Whether the asker may see the persons behind figures; everybody else gets suppressed ones. */
export type Sight = 'persons' | 'figures';

export interface FigureProblem {
  readonly code:
    | SheetProblem['code']
    | 'indicator-unknown'
    | 'split-unknown'
    | 'split-not-open'
    | 'period-invalid'
    | 'report-unknown';
  readonly message: string;
}

export type FigureAnswer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: FigureProblem };

export const refused = (
  code: FigureProblem['code'],
  message: string,
): { readonly ok: false; readonly problem: FigureProblem } => ({ ok: false, problem: { code, message } });

const isDimension = (name: string): name is Dimension => (DIMENSIONS as readonly string[]).includes(name);

/** By what an indicator can be split: a share by what both of its parts can, days as the persons they are counted of. */
export function splitsOf(indicator: Indicator): readonly Dimension[] {
  const { rule, key } = indicator;
  if ('days' in rule) return INDICATORS.get('nominated')?.splits ?? [];
  if (!('ratio' in rule)) return indicator.splits;
  const [of = [], to = []] = partsOfRatio(key).map((part) => INDICATORS.get(part)?.splits);
  return of.filter((dimension) => to.includes(dimension));
}

/** The same without access to persons. */
export function openSplits(indicator: Indicator): readonly Dimension[] {
  const { rule, key } = indicator;
  if ('days' in rule) return [];
  if (!('ratio' in rule)) return openSplitsOf(indicator);
  const [of = [], to = []] = partsOfRatio(key).map((part) => {
    const found = INDICATORS.get(part);
    return found === undefined ? [] : openSplitsOf(found);
  });
  return of.filter((dimension) => to.includes(dimension));
}

/** A query that reads well: what is counted, by what. */
export interface ReadQuery {
  readonly indicators: readonly Indicator[];
  readonly by: readonly Dimension[];
  readonly where: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}

export function readQuery(query: FigureQuery, sight: Sight): FigureAnswer<ReadQuery> {
  const { indicators: keys, by = [], where = {}, from } = query;
  if (from !== undefined && !isDay(from))
    return refused('period-invalid', 'from must be a day that exists, written YYYY-MM-DD.');
  const dimensions = [...new Set([...by, ...Object.keys(where)])];
  const strange = dimensions.filter((name) => !isDimension(name));
  if (strange.length > 0)
    return refused(
      'split-unknown',
      `There is no split ${strange.join(', ')}: known are ${DIMENSIONS.join(', ')}.`,
    );
  const named = (keys ?? []).map((key) => [key, INDICATORS.get(key)] as const);
  const unknown = named.filter(([, found]) => found === undefined).map(([key]) => key);
  if (unknown.length > 0)
    return refused('indicator-unknown', `There is no indicator ${unknown.join(', ')}: see /indicators.`);
  const splits = sight === 'persons' ? splitsOf : openSplits;
  const canAll = (indicator: Indicator): boolean =>
    dimensions.every((name) => splits(indicator).some((known) => known === name));
  const all = keys === undefined ? [...INDICATORS.values()] : named.flatMap(([, found]) => found ?? []);
  const cannot = keys === undefined ? [] : all.filter((indicator) => !canAll(indicator));
  if (cannot.length > 0) {
    const [{ key } = { key: '' }] = cannot;
    const open = cannot.flatMap((indicator) => splits(indicator));
    const may = open.length === 0 ? 'it has no split' : `it can be split by ${[...new Set(open)].join(', ')}`;
    return sight === 'figures' && splitsOf(cannot[0] as Indicator).length > open.length
      ? refused('split-not-open', `${key} is not split so for those who may not see persons: ${may}.`)
      : refused('split-unknown', `${key} cannot be split so: ${may}.`);
  }
  if (sight === 'figures' && from !== undefined && dimensions.length > 0)
    return refused(
      'split-not-open',
      'A period is not split for those who may not see persons: leave out from.',
    );
  return {
    ok: true,
    value: {
      indicators: all.filter(canAll),
      by: by.filter(isDimension),
      where: Object.fromEntries(Object.entries(where).filter(([name]) => isDimension(name))),
    },
  };
}
