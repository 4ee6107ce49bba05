import fc from 'fast-check';
import {
  addFractions,
  atMostOne,
  fraction,
  fractionDisplay,
  fractionText,
  parseFraction,
  shareOfMonth,
} from './fraction';

const halfDays = (least: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: 62 }).map((halves) => halves / 2);

describe('an exact fraction', () => {
  it('stands in lowest terms, whole numbers without a denominator', () => {
    expect(fractionText(fraction(1500n, 20n))).toBe('75');
    expect(fractionText(fraction(101_374n, 1012n))).toBe('50687/506');
    expect(fractionText(fraction(0n, 7n))).toBe('0');
  });

  it('adds different denominators without rounding', () => {
    expect(fractionText(addFractions(shareOfMonth(7, 22), shareOfMonth(5.5, 23)))).toBe('141/253');
    const thirds = [fraction(1n, 3n), fraction(1n, 3n), fraction(1n, 3n)];
    expect(fractionText(thirds.reduce(addFractions))).toBe('1');
  });

  it('caps at one only what is greater', () => {
    expect(fractionText(atMostOne(shareOfMonth(23, 20)))).toBe('1');
    expect(fractionText(atMostOne(shareOfMonth(19.5, 20)))).toBe('39/40');
  });

  it('takes 0 of 0 days as 0', () => expect(fractionText(shareOfMonth(0, 0))).toBe('0'));

  it.each([
    ['75', '75.00'],
    ['50687/506', '100.17'],
    ['1/200', '0.01'],
    ['1/201', '0.00'],
    ['199/200', '1.00'],
    ['0', '0.00'],
  ])('shows %s as %s, half up', (exact, shown) => expect(fractionDisplay(parseFraction(exact))).toBe(shown));

  it.each(['', '-1', '1/0', '1.5', '1/', ' 1'])('refuses to read %p', (text) =>
    expect(() => parseFraction(text)).toThrow(RangeError),
  );

  it('reads what it wrote, and sums do not depend on the order', () => {
    const shares = fc.array(fc.tuple(halfDays(0), halfDays(1)), { maxLength: 20 });
    fc.assert(
      fc.property(shares, (pairs) => {
        const fractions = pairs.map(([worked, planned]) => shareOfMonth(worked, planned));
        const sum = fractions.reduce(addFractions, fraction(0n));
        expect(fractions.toReversed().reduce(addFractions, fraction(0n))).toEqual(sum);
        expect(parseFraction(fractionText(sum))).toEqual(sum);
      }),
    );
  });
});
