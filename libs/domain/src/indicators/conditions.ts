import { addDuration } from '../day';
import type { Fact } from '../fact';
import type { JsonObject } from '../json';
import type { Condition, Expected, Grouping, LastNumber, Pattern, Traits } from './indicator';

/** What of a fact is looked at: its clear part alone. */
export type CountedFact = Pick<
  Fact,
  'journey' | 'version' | 'seq' | 'kind' | 'happenedOn' | 'recordedAt' | 'by' | 'data'
>;

const kindsOf = (kind: Pattern['kind']): readonly string[] => (typeof kind === 'string' ? [kind] : kind);

/** Whether a clear value is what is asked for. */
export function isExpected(value: JsonObject[string], expected: Expected): boolean {
  if (typeof expected !== 'object' || expected === null) return value === expected;
  if ('in' in expected) return expected.in.some((one) => one === value);
  if (typeof value !== 'number') return false;
  return 'atLeast' in expected ? value >= expected.atLeast : value <= expected.atMost;
}

/** True of a fact that the pattern means. */
export const matches = ({ kind, where = {} }: Pattern, fact: CountedFact): boolean =>
  kindsOf(kind).includes(fact.kind) &&
  Object.entries(where).every(([field, expected]) =>
    isExpected(field === 'role' ? fact.by.role : fact.data[field], expected),
  );

/** The id of the object that a fact belongs to, with its journey; undefined for facts of none. */
function objectOf(fact: CountedFact, grouping: Grouping): string | undefined {
  const id = fact.data[grouping];
  return typeof id === 'string' || typeof id === 'number' ? `${fact.journey}/${id}` : undefined;
}

/** Items by key, in the order in which they come. */
export function byKey<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Facts by object, each in order; withdrawals of a journey belong to all of its objects that were there before. */
export function grouped(facts: readonly CountedFact[], grouping: Grouping): Map<string, CountedFact[]> {
  const groups = new Map<string, CountedFact[]>();
  for (const fact of facts) {
    const key = objectOf(fact, grouping);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(fact);
    else if (key !== undefined) groups.set(key, [fact]);
    else if (fact.kind === 'withdraw')
      for (const [object, older] of groups) if (object.startsWith(`${fact.journey}/`)) older.push(fact);
  }
  return groups;
}

/** The first of a pattern, and the first of another one after it. */
function pairOf(
  { from, to }: { readonly from: Pattern; readonly to: Pattern },
  facts: readonly CountedFact[],
): readonly [CountedFact, CountedFact] | undefined {
  const first = facts.findIndex((fact) => matches(from, fact));
  const begun = facts[first];
  const ended = begun && facts.slice(first).find((fact) => matches(to, fact));
  return ended && [begun, ended];
}

const lastNumber = ({ field, of }: LastNumber, facts: readonly CountedFact[]): number | undefined => {
  const value = facts.findLast(({ kind, data }) => of.includes(kind) && typeof data[field] === 'number')
    ?.data[field];
  return typeof value === 'number' ? value : undefined;
};

/** Whether the condition holds of these facts, which are in order and have all happened, and of whose they are. */
export function holds(condition: Condition, facts: readonly CountedFact[], traits: Traits): boolean {
  if ('trait' in condition) {
    const trait = traits[condition.trait];
    return 'in' in condition
      ? condition.in.includes(trait)
      : ![...condition.notIn, 'unknown'].includes(trait);
  }
  if ('has' in condition) return facts.some((fact) => matches(condition.has, fact));
  if ('last' in condition) {
    const last = facts.findLast(({ kind }) => condition.last.includes(kind));
    return last !== undefined && matches(condition.is, last);
  }
  if ('some' in condition)
    return [...grouped(facts, condition.some).values()].some((group) => holds(condition.that, group, traits));
  if ('within' in condition) {
    const { duration } = condition.within;
    const [from, to] = pairOf(condition.within, facts) ?? [];
    if (from === undefined || to === undefined) return false;
    return duration === undefined || to.happenedOn <= addDuration(from.happenedOn, duration);
  }
  if ('atLeast' in condition) {
    const [one, other] = condition.atLeast.map((number) => lastNumber(number, facts));
    return one !== undefined && other !== undefined && one >= other;
  }
  if ('withdrawn' in condition)
    return facts.some(
      ({ kind }, index) =>
        kind === 'withdraw' && index > 0 && !holds(condition.withdrawn.unless, facts.slice(0, index), traits),
    );
  if ('all' in condition) return condition.all.every((part) => holds(part, facts, traits));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts, traits));
  return !holds(condition.not, facts, traits);
}

/** Every kind of fact that the condition looks at: others cannot change it. */
export function kindsIn(condition: Condition): readonly string[] {
  if ('trait' in condition) return [];
  if ('has' in condition) return kindsOf(condition.has.kind);
  if ('last' in condition) return condition.last;
  if ('some' in condition) return [...kindsIn(condition.that), 'withdraw'];
  if ('within' in condition) return [condition.within.from, condition.within.to].flatMap(({ kind }) => kind);
  if ('atLeast' in condition) return condition.atLeast.flatMap(({ of }) => of);
  if ('withdrawn' in condition) return ['withdraw', ...kindsIn(condition.withdrawn.unless)];
  if ('all' in condition) return condition.all.flatMap(kindsIn);
  if ('any' in condition) return condition.any.flatMap(kindsIn);
  return kindsIn(condition.not);
}
