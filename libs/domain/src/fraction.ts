/** An exact, non-negative fraction in lowest terms; `denominator` is at least 1. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const TEXT = /^(\d+)(?:\/(\d+))?$/;

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b);

/** `numerator / denominator` in lowest terms. @throws RangeError below zero or over zero, which no figure can be. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (numerator < 0n || denominator < 1n) throw new RangeError(`Not a fraction: ${numerator}/${denominator}`);
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * Worked of planned days, both in steps of ½ day, as a fraction of the month; 0 of 0 is 0 (domain.md §4.1, workMonths).
 * It may exceed 1: what is capped is the person's month, not the placement's.
 */
export const shareOfMonth = (workedDays: number, plannedDays: number): Fraction =>
  plannedDays === 0 ? fraction(0n) : fraction(BigInt(workedDays * 2), BigInt(plannedDays * 2));

/** The exact sum. */
export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** The fraction, or 1 when it is greater. */
export const atMostOne = (value: Fraction): Fraction =>
  value.numerator > value.denominator ? fraction(1n) : value;

/** Lowest terms as text: `"75"`, `"50687/506"`. */
export const fractionText = ({ numerator, denominator }: Fraction): string =>
  denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;

/** Reads what `fractionText` writes. @throws RangeError for any other text. */
export function parseFraction(text: string): Fraction {
  const [, numerator, denominator = '1'] = TEXT.exec(text) ?? [];
  if (numerator === undefined) throw new RangeError(`Not a fraction: ${text}`);
  return fraction(BigInt(numerator), BigInt(denominator));
}

/** For display only: two decimals, half up, with a point: `"75.00"`, `"100.17"`. */
export function fractionDisplay({ numerator, denominator }: Fraction): string {
  const hundredths = (200n * numerator + denominator) / (2n * denominator);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}
