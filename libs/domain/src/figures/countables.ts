import type { Fact } from '../fact';
import { fraction } from '../fraction';
import { changesOf, countsFacts, kindsOfIndicator } from '../indicators/changes';
import type { Subject } from '../indicators/unit-changes';
import { INDICATORS } from '../indicators/catalogue';
import type { CountedFact } from '../indicators/conditions';
import { spellOf } from '../indicators/durations';
import type { Indicator, Rule, Unit } from '../indicators/indicator';
import { personCells, placeOfUnit } from './cell';
import { rowsOf, type FigureRow } from './row';
import { changesOfValue, WHEREABOUTS } from './whereabouts';

/** Something that is counted of persons: an indicator over facts, or where a person is. */
export interface Countable {
  readonly key: string;
  /** Kinds of fact that can change it. */
  readonly kinds: readonly string[];
  readonly rows: (subject: Subject) => FigureRow[];
}

/** The series of closed spells of an indicator that counts days: its units are their days. */
export const daysSeries = (indicator: string): string => `${indicator}#days`;

const END_OF_TIME = '9999-12-31';
const ONE = fraction(1n);

const counted =
  ({ key, time }: Indicator, units: Unit, indicator: Indicator) =>
  (subject: Subject): FigureRow[] => {
    const cells = personCells(subject);
    return rowsOf({
      series: key,
      changes: changesOf(indicator, subject),
      ofPerson: units === 'person',
      moves: time === 'flow' ? [] : cells.moves,
      cellOf: (unit, day) => ({ ...cells.on(day), ...placeOfUnit(units, unit, subject.facts) }),
    });
  };

type Days = Extract<Rule, { readonly days: unknown }>['days'];

/** A spell opens on its first day and is closed on its last one, in the cell of its first day. */
const spelled =
  (key: string, days: Days) =>
  (subject: Subject): FigureRow[] => {
    const spell = spellOf(days, subject.person, subject.facts, END_OF_TIME);
    if (spell === undefined) return [];
    const cell = personCells(subject).on(spell.from);
    const common = { ofPerson: true, moves: [], cellOf: () => cell };
    const opened = [{ unit: subject.person, on: spell.from, amount: ONE }];
    const closed = 'to' in spell ? [{ unit: String(spell.days), on: spell.to, amount: ONE }] : [];
    return [
      ...rowsOf({ ...common, series: key, changes: opened }),
      ...rowsOf({ ...common, series: daysSeries(key), changes: closed }),
    ];
  };

function countableOf(indicator: Indicator): Countable[] {
  const { key, rule } = indicator;
  const kinds = kindsOfIndicator(indicator);
  if ('days' in rule) return [{ key, kinds, rows: spelled(key, rule.days) }];
  return countsFacts(rule) ? [{ key, kinds, rows: counted(indicator, rule.units, indicator) }] : [];
}

const whereabouts = Object.entries(WHEREABOUTS).map(([key, { kinds, read }]): Countable => {
  const ofKind = ({ kind }: CountedFact): boolean => kinds.some((one) => one === kind);
  return {
    key,
    kinds,
    rows: (subject) => {
      const cells = personCells(subject);
      return rowsOf({
        series: key,
        changes: changesOfValue(subject.facts.filter(ofKind), read),
        ofPerson: true,
        moves: cells.moves,
        cellOf: (_unit, day) => cells.on(day),
      });
    },
  };
});

/** Everything that is counted of persons, by key. */
export const COUNTABLES: readonly Countable[] = [
  ...[...INDICATORS.values()].flatMap(countableOf),
  ...whereabouts,
];

/** Kinds that say in which cell a unit stands, or whose facts they are: looked at for every countable. */
const ALWAYS = ['nominate', 'reserve-placement', 'prepare-contract', 'void', 'merge-person'];

/** Kinds of fact that figures look at. */
export const COUNTED_KINDS: readonly string[] = [
  ...new Set([...ALWAYS, ...COUNTABLES.flatMap(({ kinds }) => kinds)]),
].sort();

/** Kinds of fact that a list of an indicator looks at: those that it counts, and those that say whose and where they are. */
export const kindsBehind = (indicator: Indicator): readonly string[] =>
  [...new Set([...ALWAYS, ...kindsOfIndicator(indicator)])].sort();

const BY_KIND = new Map(
  COUNTED_KINDS.map((kind) => [kind, COUNTABLES.filter(({ kinds }) => kinds.includes(kind))]),
);

/** Of facts like these anything of the person may change: what is known otherwise, and who it is. */
const CHANGES_ALL: readonly string[] = ['void', 'merge-person'];

/**
 * What a new fact can change.
 * @param first true when nothing else was known of the person
 */
export function touchedBy(
  facts: readonly Pick<Fact, 'kind' | 'correction'>[],
  first: boolean,
): readonly Countable[] {
  const all = facts.some(
    ({ kind, correction }) =>
      BY_KIND.has(kind) &&
      (correction !== undefined || CHANGES_ALL.includes(kind) || (kind === 'nominate' && !first)),
  );
  if (all) return COUNTABLES;
  return [...new Set(facts.flatMap(({ kind }) => BY_KIND.get(kind) ?? []))];
}

/** Kinds of fact that these countables look at, with those that say where they stand. */
export const kindsOf = (countables: readonly Countable[]): readonly string[] =>
  countables.length === COUNTABLES.length
    ? COUNTED_KINDS
    : [...new Set([...ALWAYS, ...countables.flatMap(({ kinds }) => kinds)])];

/** 53 bits of a text (cyrb53), to tell releases apart and for nothing else. */
function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Raised with every change of the way in which rows are made. */
const WAY = 2;

/** What the stored rows of a person were made by: with another catalogue of indicators they are made anew. */
export const FIGURE_SHAPE = `${WAY}.${digest(JSON.stringify([...INDICATORS.values()].map(({ key, time, rule }) => [key, time, rule])))}`;
