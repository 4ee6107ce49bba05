import type { Day, Instant } from '../day';
import { textOf } from '../json';
import { matches, type CountedFact } from '../indicators/conditions';
import type { Condition, Indicator, Pattern, Rule, Unit } from '../indicators/indicator';
import { isOfPlacementMonth } from './cell';
import { subjectKnownAt, type KnownFact } from '../indicators/subject';
import { UNKNOWN_TRAITS } from '../indicators/traits';
import { ownerOf } from './history';

/** Patterns that speak for a unit; what a condition excludes or asks of the person is no evidence. */
function patternsIn(condition: Condition): readonly Pattern[] {
  if ('has' in condition) return [condition.has];
  if ('last' in condition) return [condition.is];
  if ('within' in condition) return [condition.within.from, condition.within.to];
  if ('atLeast' in condition) return condition.atLeast.map(({ of }) => ({ kind: of }));
  if ('some' in condition) return patternsIn(condition.that);
  if ('all' in condition) return condition.all.flatMap(patternsIn);
  if ('any' in condition) return condition.any.flatMap(patternsIn);
  return [];
}

function patternsOf(rule: Rule): readonly Pattern[] {
  if ('days' in rule) return [rule.days.from, rule.days.to];
  if ('sum' in rule) return [rule.of];
  if (!('units' in rule)) return [];
  if ('month' in rule) return [{ kind: 'confirm-month' }];
  if ('due' in rule)
    return [...rule.due.map(({ from }) => from), ...(rule.met === undefined ? [] : [rule.met])];
  return rule.units === 'person-month' ? [{ kind: 'confirm-month' }] : patternsIn(rule.where);
}

type About = (fact: CountedFact, unit: string, facts: readonly CountedFact[]) => boolean;

const placedAt =
  (field: 'company' | 'site'): About =>
  (fact, unit, facts) =>
    facts.some(
      ({ kind, journey, data }) =>
        kind === 'reserve-placement' &&
        journey === fact.journey &&
        data.placement === fact.data.placement &&
        data[field] === unit,
    );

const ABOUT: Readonly<Partial<Record<Unit, About>>> = {
  person: () => true,
  fact: (fact, unit) => unit === `${fact.journey}/${fact.version}`,
  'person-month': (fact, unit) => unit.endsWith(`/${textOf(fact.data.month)}`),
  'placement-month': isOfPlacementMonth,
  due: (fact, unit) => unit.startsWith(`${fact.journey}/${fact.version}/`),
  company: placedAt('company'),
  site: placedAt('site'),
};

const isAbout = (unitOf: Unit): About =>
  ABOUT[unitOf] ?? ((fact, unit) => unit === `${fact.journey}/${textOf(fact.data[unitOf])}`);

/** Those of whom the facts are, and when the unit counts. */
export interface Behind {
  readonly person: string;
  readonly journeys: readonly (readonly KnownFact[])[];
  readonly asOf: Day;
  readonly knownAt: Instant;
}

/** The facts that a unit rests on, the last first. */
export function factsBehind(
  { rule }: Indicator,
  unit: string,
  { person, journeys, asOf, knownAt }: Behind,
): CountedFact[] {
  const own = journeys.filter(
    (facts) => ownerOf(facts.filter(({ recordedAt }) => recordedAt <= knownAt)) === person,
  );
  const { facts } = subjectKnownAt(person, own, knownAt, UNKNOWN_TRAITS);
  const about = isAbout('units' in rule ? rule.units : 'person');
  const patterns = patternsOf(rule);
  return facts
    .filter(
      (fact) =>
        fact.happenedOn <= asOf &&
        patterns.some((pattern) => matches(pattern, fact)) &&
        about(fact, unit, facts),
    )
    .reverse();
}
