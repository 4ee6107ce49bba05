import {
  COUNTABLES,
  differenceOf,
  figureHistory,
  newlyKnown,
  touchedBy,
  type CountedPerson,
  type FigureChange,
  type Instant,
  type KnownFact,
  type TraitsFrom,
} from '@lotse/domain';
import type { CountedRows } from '../ports/figure-book.port';

/** Facts by journey, each in order of versions. */
export function byJourney(facts: readonly KnownFact[]): readonly (readonly KnownFact[])[] {
  const journeys = new Map<string, KnownFact[]>();
  for (const fact of facts) {
    const own = journeys.get(fact.journey);
    if (own === undefined) journeys.set(fact.journey, [fact]);
    else own.push(fact);
  }
  return [...journeys.values()].map((own) => own.sort((a, b) => a.version - b.version));
}

export const personOf = (
  { person, traits }: CountedRows,
  facts: readonly KnownFact[],
  known: readonly TraitsFrom[] = traits,
): CountedPerson => ({ person, journeys: byJourney(facts), traits: known });

/** The youngest instant at which something of the person became known. */
export const lastKnown = ({ facts, traits }: CountedRows): Instant =>
  [...facts.map(({ recordedAt }) => recordedAt), ...traits.map(({ from }) => from)].reduce(
    (last, at) => (at > last ? at : last),
    '',
  );

/** Rows that facts recorded at `at`, after all that is known, add. */
export const addedBy = (
  counted: CountedRows,
  facts: readonly KnownFact[],
  news: readonly KnownFact[],
  traits: readonly TraitsFrom[],
  at: Instant,
): FigureChange[] =>
  newlyKnown(
    personOf(counted, counted.facts),
    personOf(counted, facts, traits),
    traits === counted.traits || counted.facts.length === 0
      ? touchedBy(news, counted.facts.length === 0)
      : COUNTABLES,
    at,
  );

/** Rows that something learned of the past adds: all of them, less those that were there. */
export const rewrittenBy = (
  counted: CountedRows,
  facts: readonly KnownFact[],
  traits: readonly TraitsFrom[],
): FigureChange[] =>
  differenceOf(
    figureHistory(personOf(counted, counted.facts)),
    figureHistory(personOf(counted, facts, traits)),
  );
