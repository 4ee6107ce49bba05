import {
  addFractions,
  changesOf,
  COUNTABLES,
  differenceOf,
  figureHistory,
  fraction,
  fractionText,
  INDICATORS,
  newlyKnown,
  subjectKnownAt,
  touchedBy,
  type CountedPerson,
  type Fact,
  type FigureChange,
  type Fraction,
  type TraitsFrom,
} from '@lotse/domain';
import fc from 'fast-check';
import { TODAY } from './ordinary-journey';
import { acts, PERSON_OF, play } from './random-journeys';

const TRAITS: readonly TraitsFrom[] = [
  { from: '', traits: { gender: 'female', country: 'KG', 'age-band': '18-29' } },
  { from: `${TODAY}T00:00:20.000Z`, traits: { gender: 'diverse', country: 'DE', 'age-band': '18-29' } },
];

type Facts = ReadonlyMap<string, readonly Fact[]>;

const personsOf = (facts: Facts): CountedPerson[] =>
  [...new Set([...facts.keys()].map((id) => PERSON_OF[id] ?? id))].map((person) => ({
    person,
    journeys: [...facts].filter(([id]) => PERSON_OF[id] === person).map(([, all]) => all),
    traits: TRAITS,
  }));

const instantsOf = (facts: Facts): string[] =>
  [...new Set([...facts.values()].flat().map(({ recordedAt }) => recordedAt))].sort();

/** Exact sums by unit; rows may be negative, so numbers over 62 × 61 … are added as pairs. */
function sums(rows: readonly FigureChange[], day: string, knownAt: string): Map<string, Fraction> {
  const byUnit = new Map<string, Map<number, number>>();
  for (const { unit, on, knownFrom, amount, per } of rows) {
    if (on > day || knownFrom > knownAt) continue;
    const parts = byUnit.get(unit) ?? new Map<number, number>();
    parts.set(per, (parts.get(per) ?? 0) + amount);
    byUnit.set(unit, parts);
  }
  const found = new Map<string, Fraction>();
  for (const [unit, parts] of byUnit) {
    const value = [...parts].reduce(
      (sum, [per, amount]) => addFractions(sum, fraction(BigInt(amount), BigInt(per))),
      fraction(0n),
    );
    if (value.numerator !== 0n) found.set(unit, value);
  }
  return found;
}

const shown = (amounts: ReadonlyMap<string, Fraction>): string[] =>
  [...amounts].map(([unit, value]) => `${unit} ${fractionText(value)}`).sort();

describe('rows of figures over random journeys', () => {
  it('add up to what every indicator counts, on every day and as known at every moment', () => {
    fc.assert(
      fc.property(acts, fc.nat(400), fc.nat(100), (sample, back, share) => {
        const { facts } = play(sample).world;
        const day = new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10);
        const instants = instantsOf(facts);
        const knownAt = instants[Math.floor((share / 100) * (instants.length - 1))] ?? TODAY;
        for (const counted of personsOf(facts)) {
          const rows = figureHistory(counted);
          const traits = TRAITS.findLast(({ from }) => from <= knownAt)?.traits;
          if (traits === undefined) throw new Error('the first traits hold from the beginning');
          const subject = subjectKnownAt(counted.person, counted.journeys, knownAt, traits);
          for (const indicator of INDICATORS.values()) {
            if ('days' in indicator.rule) continue;
            const expected = new Map<string, Fraction>();
            for (const { unit, on, amount } of changesOf(indicator, subject))
              if (on <= day) expected.set(unit, amount);
            for (const [unit, { numerator }] of expected) if (numerator === 0n) expected.delete(unit);
            const own = rows.filter(({ series }) => series === indicator.key);
            expect([indicator.key, shown(sums(own, day, knownAt))]).toEqual([indicator.key, shown(expected)]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are the same when each fact adds its own, as when all are worked out together', () => {
    fc.assert(
      fc.property(acts, (sample) => {
        const { facts } = play(sample).world;
        for (const counted of personsOf(facts)) {
          const appended: FigureChange[] = [];
          let before: CountedPerson = { ...counted, traits: TRAITS.slice(0, 1), journeys: [] };
          const learned = TRAITS.map(({ from }) => from).filter((from) => from !== '');
          for (const instant of [...new Set([...instantsOf(facts), ...learned])].sort()) {
            const traits = TRAITS.filter(({ from }) => from <= instant);
            const journeys = counted.journeys.map((all) =>
              all.filter(({ recordedAt }) => recordedAt <= instant),
            );
            const after = { ...counted, journeys, traits };
            const news = counted.journeys.flat().filter(({ recordedAt }) => recordedAt === instant);
            const touched =
              traits.length === before.traits.length
                ? touchedBy(news, before.journeys.flat().length === 0)
                : COUNTABLES;
            appended.push(...newlyKnown(before, after, touched, instant));
            before = after;
          }
          expect(differenceOf(appended, figureHistory(counted))).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('say of how many persons and units a figure is, in whichever cells they stand', () => {
    fc.assert(
      fc.property(acts, fc.nat(400), (sample, back) => {
        const { facts } = play(sample).world;
        const day = new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10);
        for (const counted of personsOf(facts)) {
          const rows = figureHistory(counted);
          for (const { key } of COUNTABLES) {
            const own = rows.filter(({ series, on }) => series === key && on <= day);
            const units = sums(own, day, '9999').size;
            const sum = (field: 'units' | 'persons'): number =>
              own.reduce((total, row) => total + row[field], 0);
            expect([key, sum('units'), sum('persons')]).toEqual([key, units, Math.min(units, 1)]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
