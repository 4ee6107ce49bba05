import fc from 'fast-check';
import { draw } from './draw';

const units = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 5 }), fc.constantFrom('a', 'b', 'c')), {
    selector: ([unit]) => unit,
    maxLength: 60,
  })
  .map((pairs) => pairs.map(([unit, stratum]) => ({ unit, stratum })));

describe('a sample', () => {
  it('is a share of the units, the same for the same seed, whatever order they come in', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 20, max: 40 }), fc.string(), (all, share, seed) => {
        const drawn = draw(all, share, seed);
        const wanted = all.length === 0 ? 0 : Math.max(1, Math.round((all.length * share) / 100));
        expect(drawn).toHaveLength(wanted);
        expect(new Set(drawn.map(({ unit }) => unit)).size).toBe(wanted);
        expect(draw([...all].reverse(), share, seed)).toEqual(drawn);
      }),
    );
  });

  it('takes from each stratum its part, to the unit', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 20, max: 40 }), fc.string(), (all, share, seed) => {
        const drawn = draw(all, share, seed);
        for (const stratum of ['a', 'b', 'c']) {
          const of = (some: readonly { readonly stratum: string }[]): number =>
            some.filter((unit) => unit.stratum === stratum).length;
          const exact = all.length === 0 ? 0 : (of(all) * drawn.length) / all.length;
          expect(Math.abs(of(drawn) - exact)).toBeLessThan(1);
        }
      }),
    );
  });
});
