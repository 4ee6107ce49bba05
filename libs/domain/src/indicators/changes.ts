import { addDays } from '../day';
import { atMostOne, addFractions, fraction, shareOfMonth, type Fraction } from '../fraction';
import { textOf } from '../json';
import { dueDays, kindsOfDue } from './due';
import { KINDS_OF_MONTHS, monthsOfPlacements } from './months';
import { byKey, grouped, holds, kindsIn, matches, type CountedFact } from './conditions';
import type { Condition, ConditionUnit, Indicator, Pattern, Rule, Traits, Unit } from './indicator';
import { changesOfUnit, NONE, ONE, same, type Change, type Subject } from './unit-changes';

const counts =
  (condition: Condition, traits: Traits) =>
  (facts: readonly CountedFact[]): Fraction =>
    holds(condition, facts, traits) ? ONE : NONE;

const only = (facts: readonly CountedFact[], kinds: readonly string[]): CountedFact[] =>
  facts.filter(({ kind }) => kinds.includes(kind));

/** Companies and sites come with the reservation of a placement and count while one of their placements does. */
function placementUnits(
  { facts, traits }: Pick<Subject, 'facts' | 'traits'>,
  field: 'company' | 'site',
  where: Condition,
): Change[] {
  const placements = [...grouped(facts, 'placement').values()];
  const byUnit = byKey(
    placements,
    (group) => group.find(({ kind }) => kind === 'reserve-placement')?.data[field],
  );
  return [...byUnit].flatMap(([unit, groups]) =>
    typeof unit !== 'string'
      ? []
      : changesOfUnit(unit, groups.flat(), (until) =>
          [...grouped(until, 'placement').values()].some((group) => holds(where, group, traits)) ? ONE : NONE,
        ),
  );
}

/** A month counts the share of its days that were worked, over all placements together at most one (domain.md §4.1). */
function monthUnits({ person, facts }: Subject): Change[] {
  const confirmations = only(facts, ['confirm-month', 'contest-month']);
  return [...byKey(confirmations, ({ data }) => `${person}/${textOf(data.month)}`)].flatMap(([unit, group]) =>
    changesOfUnit(unit, group, (until) =>
      atMostOne(
        [...grouped(until, 'placement').values()]
          .map((months) => months.at(-1))
          .reduce(
            (sum, last) =>
              last?.kind === 'confirm-month'
                ? addFractions(sum, shareOfMonth(Number(last.data.workedDays), Number(last.data.plannedDays)))
                : sum,
            NONE,
          ),
      ),
    ),
  );
}

function unitsWhere(unit: ConditionUnit, where: Condition, subject: Subject): Change[] {
  if (unit === 'person-month') return monthUnits(subject);
  const { traits } = subject;
  const facts = only(subject.facts, [...kindsIn(where), 'reserve-placement']);
  if (unit === 'person')
    return changesOfUnit(subject.person, only(facts, kindsIn(where)), counts(where, traits));
  if (unit === 'company' || unit === 'site') return placementUnits({ facts, traits }, unit, where);
  if (unit === 'fact')
    return facts
      .filter((fact) => holds(where, [fact], traits))
      .map(({ journey, version, happenedOn }) => ({
        unit: `${journey}/${version}`,
        on: happenedOn,
        amount: ONE,
      }));
  return [...grouped(facts, unit)].flatMap(([id, group]) => changesOfUnit(id, group, counts(where, traits)));
}

/** Only where a unit has counted for more than so many days without a break, from the day after them. */
function lastingChanges(changes: readonly Change[], days: number): Change[] {
  return [...byKey(changes, ({ unit }) => unit).values()].flatMap((own) =>
    own.flatMap((change, index): Change[] => {
      const next = own[index + 1];
      const from = addDays(change.on, days + 1);
      if (same(change.amount, NONE) || (next !== undefined && next.on <= from)) return [];
      return [{ ...change, on: from }, ...(next === undefined ? [] : [next])];
    }),
  );
}

/** Amounts are summed to the cent: euros, hours and days come with at most two decimals. */
const toFraction = (value: number): Fraction => fraction(BigInt(Math.round(value * 100)), 100n);

function sums(field: string, of: Pattern, unit: Unit, { person, facts }: Subject): Change[] {
  const found = facts.filter((fact) => matches(of, fact));
  const unitOf = (fact: CountedFact): string =>
    unit === 'person' ? person : `${fact.journey}/${fact.version}`;
  return [...byKey(found, unitOf)].flatMap(([id, group]) =>
    changesOfUnit(id, group, (until) => {
      const value = until.at(-1)?.data[field];
      return typeof value === 'number' ? toFraction(value) : NONE;
    }),
  );
}

/** The rules that count over the facts of journeys; the others look at records, or at other indicators. */
export const countsFacts = (rule: Rule): rule is Extract<Rule, { readonly units: Unit }> => 'units' in rule;

/**
 * Everything that the indicator counts of one person, as changes in order of units and days. Pure; the same facts give the same
 * changes. The figure of a day is the sum, over units, of each unit's last amount by then; units of several persons (companies,
 * sites) are counted once.
 */
export function changesOf({ rule }: Indicator, subject: Subject): Change[] {
  if (!countsFacts(rule)) return [];
  if ('sum' in rule) return sums(rule.sum, rule.of, rule.units, subject);
  if ('month' in rule) return monthsOfPlacements(rule.month, subject);
  if ('due' in rule) return dueDays(rule, subject);
  const changes = unitsWhere(rule.units, rule.where, subject);
  return rule.lasting === undefined ? changes : lastingChanges(changes, rule.lasting);
}

/** Kinds of fact that can change what the indicator counts of journeys; none for the other rules. */
export function kindsOfIndicator({ rule }: Indicator): readonly string[] {
  if ('days' in rule) return [rule.days.from.kind, rule.days.to.kind].flat();
  if (!countsFacts(rule)) return [];
  if ('sum' in rule) return [rule.of.kind].flat();
  if ('month' in rule) return KINDS_OF_MONTHS;
  if ('due' in rule) return kindsOfDue(rule);
  const extra = rule.units === 'person-month' ? ['confirm-month', 'contest-month'] : [];
  return [
    ...new Set([
      ...kindsIn(rule.where),
      ...extra,
      ...(['company', 'site'].includes(rule.units) ? ['reserve-placement'] : []),
    ]),
  ];
}
