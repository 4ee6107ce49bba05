import { laterOf, type Day } from '../day';
import type { Fact } from '../fact';
import { emptyJourney, type JourneyState } from '../state';
import { AUTHORITY_FOLDS } from './authority.folds';
import { EMPLOYMENT_FOLDS } from './employment.folds';
import { FAIRNESS_FOLDS } from './fairness.folds';
import { PERSON_FOLDS } from './person.folds';
import type { Fold } from './read';
import { STATUS_FOLDS } from './status.folds';
import { WORK_FOLDS } from './work.folds';

const FOLDS: Readonly<Record<string, Fold>> = {
  ...PERSON_FOLDS,
  ...WORK_FOLDS,
  ...AUTHORITY_FOLDS,
  ...EMPLOYMENT_FOLDS,
  ...FAIRNESS_FOLDS,
  ...STATUS_FOLDS,
};

/** The name of the fact that a fired clock leaves. */
export const CLOCK_FIRED = 'clock-fired';

/** Versions that later facts supersede. */
const superseded = (facts: readonly Pick<Fact, 'correction'>[]): ReadonlySet<number> =>
  new Set(facts.flatMap(({ correction }) => (correction === undefined ? [] : [correction.supersedes])));

/** The facts that count, in order of (happenedOn, seq): neither superseded nor struck. */
export function effectiveFacts<Known extends Pick<Fact, 'version' | 'seq' | 'happenedOn' | 'correction'>>(
  facts: readonly Known[],
): readonly Known[] {
  const out = superseded(facts);
  return facts
    .filter(({ version, correction }) => !out.has(version) && correction?.struck !== true)
    .sort((a, b) => (a.happenedOn === b.happenedOn ? a.seq - b.seq : a.happenedOn < b.happenedOn ? -1 : 1));
}

/**
 * The journey as it stood on a day, judged on all facts known now (domain.md, rule 2). What a later correction supersedes does
 * not count, also when the correction itself lies after the day. `before` gives a place in order within that day.
 */
export const foldUpTo = (id: string, facts: readonly Fact[], day: Day, before = Infinity): JourneyState =>
  fold(
    id,
    effectiveFacts(facts).filter(
      ({ happenedOn, seq }) => happenedOn < day || (happenedOn === day && seq < before),
    ),
  );

/** Takes one more fact that is the last in order. A fact of an unknown kind changes nothing but the version. */
export function evolve(state: JourneyState, fact: Fact): JourneyState {
  const next = FOLDS[fact.kind]?.(state, fact) ?? state;
  return {
    ...next,
    version: Math.max(state.version, fact.version),
    youngestOn: fact.kind === CLOCK_FIRED ? state.youngestOn : laterOf(state.youngestOn, fact.happenedOn),
  };
}

/** The journey folded from all its facts, in whatever order they are given. Deterministic. */
export function fold(id: string, facts: readonly Fact[]): JourneyState {
  const state = effectiveFacts(facts).reduce(evolve, emptyJourney(id));
  return { ...state, version: facts.reduce((highest, { version }) => Math.max(highest, version), 0) };
}
