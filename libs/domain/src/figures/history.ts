import type { Instant } from '../day';
import type { Subject } from '../indicators/unit-changes';
import type { Traits } from '../indicators/indicator';
import { subjectKnownAt, type KnownFact } from '../indicators/subject';
import { UNKNOWN_TRAITS } from '../indicators/traits';
import { textOf } from '../json';
import { cellText } from './cell';
import { COUNTABLES, touchedBy, type Countable } from './countables';
import type { FigureRow } from './row';

/** What a person's record says in clear, from when it was known; the first from the beginning, as an empty text. */
export interface TraitsFrom {
  readonly from: Instant;
  readonly traits: Traits;
}

/** Everything that figures look at of one person in one programme. */
export interface CountedPerson {
  readonly person: string;
  /** Facts of every journey that is or once was the person's. */
  readonly journeys: readonly (readonly KnownFact[])[];
  readonly traits: readonly TraitsFrom[];
}

/** A row, and since when it is known. */
export interface FigureChange extends FigureRow {
  readonly knownFrom: Instant;
}

/** Whose journey it was known to be: the one that a merger named last, else the one nominated. */
export function ownerOf(known: readonly KnownFact[]): string {
  const merged = known.filter(({ kind }) => kind === 'merge-person');
  const last = merged.reduce<KnownFact | undefined>(
    (latest, fact) => (latest === undefined || fact.version > latest.version ? fact : latest),
    undefined,
  );
  if (last !== undefined) return textOf(last.data.into);
  const nominated = known.filter(({ kind }) => kind === 'nominate');
  return textOf(nominated.reduce<KnownFact | undefined>((_, fact) => fact, undefined)?.data.person);
}

const traitsAt = (traits: readonly TraitsFrom[], knownAt: Instant): Traits =>
  traits.findLast(({ from }) => from <= knownAt)?.traits ?? UNKNOWN_TRAITS;

function subjectAt({ person, journeys, traits }: CountedPerson, knownAt: Instant): Subject {
  const own = journeys.filter(
    (facts) => ownerOf(facts.filter(({ recordedAt }) => recordedAt <= knownAt)) === person,
  );
  return subjectKnownAt(person, own, knownAt, traitsAt(traits, knownAt));
}

const rowsOfSubject = (subject: Subject, { rows }: Countable): FigureRow[] =>
  subject.facts.length === 0 ? [] : rows(subject);

const keyOf = ({ series, unit, on, knownFrom, per, cell }: FigureChange): string =>
  `${series} ${unit} ${on} ${knownFrom} ${per} ${cellText(cell)}`;

/** What must be added to `before` to get `after`; nothing where they add up to the same. */
export function differenceOf(
  before: readonly FigureChange[],
  after: readonly FigureChange[],
): FigureChange[] {
  const sums = new Map<string, FigureChange>();
  const add = (row: FigureChange, sign: 1 | -1): void => {
    const key = keyOf(row);
    const old = sums.get(key);
    sums.set(key, {
      ...row,
      amount: (old?.amount ?? 0) + sign * row.amount,
      units: (old?.units ?? 0) + sign * row.units,
      persons: (old?.persons ?? 0) + sign * row.persons,
      personsThere: (old?.personsThere ?? 0) + sign * row.personsThere,
    });
  };
  for (const row of before) add(row, -1);
  for (const row of after) add(row, 1);
  return [...sums.values()].filter(
    ({ amount, units, persons, personsThere }) =>
      amount !== 0 || units !== 0 || persons !== 0 || personsThere !== 0,
  );
}

const known = (rows: readonly FigureRow[], knownFrom: Instant): FigureChange[] =>
  rows.map((row) => ({ ...row, knownFrom }));

/**
 * Every row of a person that its facts give: at each instant at which something became known, what that changed. The sum of the rows
 * known by an instant is what was known then. Pure; the same facts give the same rows.
 */
export function figureHistory(
  counted: CountedPerson,
  countables: readonly Countable[] = COUNTABLES,
): FigureChange[] {
  const facts = counted.journeys.flat();
  const learned = counted.traits.map(({ from }) => from).filter((from) => from !== '');
  const instants = [...new Set([...facts.map(({ recordedAt }) => recordedAt), ...learned])].sort();
  const standing = new Map<Countable, FigureRow[]>();
  return instants.flatMap((instant, index) => {
    const news = facts.filter(({ recordedAt }) => recordedAt === instant);
    const touched = learned.includes(instant) ? COUNTABLES : touchedBy(news, index === 0);
    const subject = subjectAt(counted, instant);
    return countables
      .filter((countable) => touched.includes(countable))
      .flatMap((countable) => {
        const before = standing.get(countable) ?? [];
        const after = rowsOfSubject(subject, countable);
        standing.set(countable, after);
        return differenceOf(known(before, instant), known(after, instant));
      });
  });
}

/** The rows that new facts add, when they were recorded after all that was known: what is known now, before and after. */
export const newlyKnown = (
  before: CountedPerson,
  after: CountedPerson,
  countables: readonly Countable[],
  knownFrom: Instant,
): FigureChange[] => {
  const [old, now] = [before, after].map((counted) => {
    const subject = subjectAt(counted, knownFrom);
    return known(
      countables.flatMap((countable) => rowsOfSubject(subject, countable)),
      knownFrom,
    );
  });
  return differenceOf(old ?? [], now ?? []);
};
