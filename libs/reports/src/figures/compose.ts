import { addFractions, fraction, type Fraction } from '@lotse/domain';
import type { DurationCell, Place } from '../ports/figure-store.port';
import { partsOfRatio } from '../suppression/open-figures';
import type { OpenCell } from '../suppression/protected-figures';
import type { DaysLine } from './figure-line';
import type { ReadQuery } from './figure-query';

/** A cell of either sight, before it is a line. `value` null: suppressed; undefined: nothing to count. */
export interface Counted extends Omit<OpenCell, 'value'> {
  readonly value: Fraction | null | undefined;
  readonly units?: number;
  readonly days?: DaysLine;
}

const NOTHING = fraction(0n);
const placeKey = (at: Place): string =>
  JSON.stringify(Object.entries(at).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Rows that have one of the values asked for, summed over what is not asked for; suppressed where one of them is. */
export function within(
  cells: readonly OpenCell[],
  by: ReadQuery['by'],
  where: ReadQuery['where'],
): OpenCell[] {
  const isAsked = ({ at }: OpenCell): boolean =>
    Object.keys(at).length === 0 ||
    Object.entries(where).every(([dimension, values]) =>
      values.some((value) => value === at[dimension as keyof Place]),
    );
  const rows = new Map<string, OpenCell>();
  for (const cell of cells.filter(isAsked)) {
    const at: Place = Object.fromEntries(
      by.flatMap((dimension) => {
        const value = cell.at[dimension];
        return value === undefined ? [] : [[dimension, value]];
      }),
    );
    const known = rows.get(placeKey(at));
    const before = known === undefined ? NOTHING : known.value;
    const value = before === null || cell.value === null ? null : addFractions(before, cell.value);
    rows.set(placeKey(at), { ...cell, at, value });
  }
  return [...rows.values()];
}

/** `of` in per cent of `to`, exact; undefined of nothing. */
const perCent = (of: Fraction, to: Fraction): Fraction | undefined =>
  to.numerator === 0n
    ? undefined
    : fraction(of.numerator * to.denominator * 100n, of.denominator * to.numerator);

/** Shares where the whole stands; suppressed where one part is, or where both are not of the same moment. */
export function ratioOf(key: string, cells: readonly Counted[]): Counted[] {
  const [of, to] = partsOfRatio(key).map((part) => cells.filter(({ indicator }) => indicator === part));
  const hidden = of?.some(({ at, value }) => value === null && Object.keys(at).length === 0) ?? true;
  return (to ?? []).map((whole): Counted => {
    const part = of?.find(({ at }) => placeKey(at) === placeKey(whole.at));
    const value = part === undefined && !hidden ? NOTHING : part?.value;
    const base = { indicator: key, at: whole.at, moment: whole.moment };
    const apart = part !== undefined && part.moment.asOf !== whole.moment.asOf;
    if (whole.value === null || value === null || value === undefined || apart)
      return { ...base, value: null };
    return { ...base, value: whole.value === undefined ? undefined : perCent(value, whole.value) };
  });
}

interface Days extends Pick<DurationCell, 'indicator' | 'median' | 'p90'> {
  readonly n: number | null;
  readonly censored: number | null;
}

/** What a line says of durations; `n` null: suppressed. */
export function daysOf({
  indicator,
  n,
  censored,
  median,
  p90,
}: Days): Pick<Counted, 'indicator' | 'value' | 'days'> {
  if (n === null) return { indicator, value: null };
  const value = median === null ? undefined : fraction(BigInt(median));
  return { indicator, value, days: { closed: n, open: censored, median, p90 } };
}
