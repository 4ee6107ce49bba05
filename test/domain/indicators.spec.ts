import {
  addFractions,
  changesOf,
  durationFigure,
  fraction,
  fractionText,
  INDICATORS,
  spellOf,
  subjectKnownAt,
  traitsOf,
  UNKNOWN_TRAITS,
  type Change,
  type Fact,
  type Fraction,
  type Indicator,
} from '@lotse/domain';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personFigures } from './figures-by-hand';
import { TODAY } from './ordinary-journey';
import { acts, PERSON_OF, play } from './random-journeys';
import { commandOf, referenceLines, World } from './world';

const indicator = (key: string): Indicator => {
  const found = INDICATORS.get(key);
  if (found === undefined) throw new Error(`No indicator ${key}`);
  return found;
};

/** The last amount of each unit by a day, and their sum. */
function amountsOn(changes: readonly Change[], day: string): Map<string, Fraction> {
  const amounts = new Map<string, Fraction>();
  for (const { unit, on, amount } of changes) if (on <= day) amounts.set(unit, amount);
  for (const [unit, { numerator }] of amounts) if (numerator === 0n) amounts.delete(unit);
  return amounts;
}
const total = (amounts: ReadonlyMap<string, Fraction>): string =>
  fractionText([...amounts.values()].reduce(addFractions, fraction(0n)));

/** Changes of every person of a world, as known at an instant. */
function changesIn(
  journeys: ReadonlyMap<string, readonly Fact[]>,
  personOf: Readonly<Record<string, string>>,
  key: string,
  knownAt: string,
): Change[] {
  const persons = [...new Set([...journeys.keys()].map((id) => personOf[id] ?? id))];
  return persons.flatMap((person) => {
    const own = [...journeys].filter(([id]) => (personOf[id] ?? id) === person).map(([, facts]) => facts);
    return changesOf(indicator(key), subjectKnownAt(person, own, knownAt, UNKNOWN_TRAITS));
  });
}

describe('indicators over random journeys', () => {
  it('count what the definitions say, on every day and as known at every moment', () => {
    fc.assert(
      fc.property(acts, fc.nat(400), fc.nat(100), (sample, back, share) => {
        const { world } = play(sample);
        const day = new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10);
        const recorded = [...world.facts.values()].flat().map(({ recordedAt }) => recordedAt);
        const knownAt = recorded.sort()[Math.floor((share / 100) * (recorded.length - 1))] ?? world.now;
        const byHand = personFigures(world.facts, PERSON_OF, day, knownAt);
        const units = (key: string): string[] =>
          [...amountsOn(changesIn(world.facts, PERSON_OF, key, knownAt), day).keys()].sort();
        expect(units('students')).toEqual([...byHand.students].sort());
        expect(units('commitmentsSigned')).toEqual([...byHand.commitmentsSigned].sort());
        expect(units('contractsPrepared')).toEqual([...byHand.contractsPrepared].sort());
        expect(units('recommended')).toEqual([...byHand.recommended].sort());
        const months = amountsOn(changesIn(world.facts, PERSON_OF, 'workMonths', knownAt), day);
        expect(total(months)).toBe(fractionText(byHand.workMonths));
      }),
      { numRuns: 60 },
    );
  });
});

describe('indicators over the reference cohort', () => {
  const world = new World();
  const personOf: Record<string, string> = {};
  for (const line of referenceLines()) {
    if (line.type !== 'command') world.record(String(line.type), line);
    else world.submit(commandOf(line));
  }
  for (const state of world.journeys.values()) personOf[state.id] = state.person;
  const expected = JSON.parse(
    readFileSync(join(__dirname, '../../examples/kg-glass-2023/kg-glass-2023.expected.json'), 'utf8'),
  ) as { sheets: (Record<string, unknown> & { asOf: string; knownAt?: string })[] };

  it.each([
    'students',
    'companies',
    'sites',
    'commitmentsSigned',
    'contractsPrepared',
    'recommendedAndContractPrepared',
    'workMonths',
  ])('%s is that of the original project on every day', (key) => {
    for (const sheet of expected.sheets) {
      const amounts = amountsOn(changesIn(world.facts, personOf, key, sheet.knownAt ?? '9999'), sheet.asOf);
      expect(total(amounts)).toBe(String(sheet[key]));
    }
  });

  it('days from nomination to start are those of everybody who started; the others are open', () => {
    const { rule } = indicator('daysToStart');
    if (!('days' in rule)) throw new Error('daysToStart counts days');
    const spells = [...world.facts].flatMap(([id, facts]) => {
      const subject = subjectKnownAt(personOf[id] ?? id, [facts], '9999', UNKNOWN_TRAITS);
      return spellOf(rule.days, subject.person, subject.facts, '2025-06-30') ?? [];
    });
    const figure = durationFigure(spells);
    expect(figure.closed + figure.open).toBe(15);
    expect(figure.median).toBeGreaterThan(0);
  });
});

describe('durations', () => {
  const closed = (days: number) => ({ person: 'p', from: '2024-01-01', to: '2024-02-01', days });
  it('have the nearest rank as median and P90, and show open cases apart', () => {
    const spells = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(closed);
    expect(durationFigure([...spells, { person: 'q', from: '2024-01-01', openDays: 400 }])).toEqual({
      closed: 10,
      open: 1,
      median: 5,
      p90: 9,
    });
  });
  it('of nobody are no number at all', () => {
    expect(durationFigure([])).toEqual({ closed: 0, open: 0 });
  });
});

describe('what is kept of a person in clear', () => {
  it.each([
    ['2006-03-01', '2024-02-29', '0-17'],
    ['2006-02-28', '2024-02-29', '18-29'],
    ['1994-02-28', '2024-02-28', '30-54'],
    ['1969-02-28', '2024-02-28', '55+'],
  ])('born on %s and entered on %s: %s', (bornOn, enteredOn, band) => {
    expect(traitsOf({ gender: 'female', nationality: 'KG', bornOn }, enteredOn)).toEqual({
      gender: 'female',
      country: 'KG',
      'age-band': band,
    });
  });
});
