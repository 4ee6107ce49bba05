import type { Dimension, Fraction } from '@lotse/domain';
import type { DurationCell, FigureCell, Place } from '@lotse/reports';
import type { CellRow } from './cells.sql';
import { placeOf } from './question';

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Adds `amount / per` exactly, in lowest terms. */
function plus(sum: Fraction, amount: bigint, per: bigint): Fraction {
  const numerator = sum.numerator * per + amount * sum.denominator;
  const denominator = sum.denominator * per;
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/** Rows of one series and place differ in their denominator alone: one cell each. Cells of nothing are left out. */
export function cellsOf(rows: readonly CellRow[], by: readonly Dimension[]): FigureCell[] {
  const cells = new Map<string, FigureCell>();
  for (const row of rows) {
    const at: Place = placeOf(by, row);
    const key = JSON.stringify([row.series, at]);
    const cell = cells.get(key) ?? { indicator: row.series, at, value: ZERO, units: 0, persons: 0 };
    cells.set(key, {
      ...cell,
      value: plus(cell.value, BigInt(row.amount), BigInt(row.per)),
      units: cell.units + Number(row.units),
      persons: cell.persons + Number(row.persons),
    });
  }
  return [...cells.values()].filter(({ value, units }) => value.numerator !== 0n || units !== 0);
}

export interface SpellRow extends Record<string, unknown> {
  readonly series: string;
  readonly days: string;
  readonly units: string;
}

/** Nearest rank over a distribution in order of days. */
function rank(distribution: readonly (readonly [days: number, n: number])[], share: number): number | null {
  const wanted = Math.ceil(distribution.reduce((sum, [, n]) => sum + n, 0) * share);
  let reached = 0;
  for (const [days, n] of distribution) {
    reached += n;
    if (reached >= wanted && wanted > 0) return days;
  }
  return null;
}

/** @param opened all spells that have begun, a cell each @param closed days of those that have ended */
export function durationsOf(
  opened: readonly FigureCell[],
  closed: readonly SpellRow[],
  by: readonly Dimension[],
  daysSeries: (indicator: string) => string,
): DurationCell[] {
  const spells = new Map<string, [number, number][]>();
  for (const row of closed) {
    const key = JSON.stringify([row.series, placeOf(by, row)]);
    const own = spells.get(key) ?? [];
    own.push([Number(row.days), Number(row.units)]);
    spells.set(key, own);
  }
  return opened.map(({ indicator, at, units }) => {
    const found = spells.get(JSON.stringify([daysSeries(indicator), at])) ?? [];
    const distribution = found.sort(([a], [b]) => a - b);
    const n = distribution.reduce((sum, [, count]) => sum + count, 0);
    return {
      indicator,
      at,
      n,
      censored: units - n,
      median: rank(distribution, 0.5),
      p90: rank(distribution, 0.9),
    };
  });
}
