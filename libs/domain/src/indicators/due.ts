import { addDays, addDuration, laterOf, monthOf, type Day } from '../day';
import { textOf } from '../json';
import { byKey, matches, type CountedFact } from './conditions';
import type { Pattern, Rule, Schedule } from './indicator';
import { NONE, ONE, type Change, type Subject } from './unit-changes';

type DueRule = Extract<Rule, { readonly due: unknown }>;

/** What is done at most so many days before or after it was due meets it. */
const WEEK = 7;
const ENDS = ['close', 'withdraw'];
const OF_PLACEMENT = ['reserve-placement', 'end-placement'];

export const kindsOfDue = ({ due, met }: DueRule): readonly string[] => [
  ...new Set([
    ...due.flatMap(({ from }) => from.kind),
    ...(met === undefined ? [] : [met.kind].flat()),
    ...OF_PLACEMENT,
    ...ENDS,
  ]),
];

interface DueDay {
  readonly on: Day;
  /** What a fact may say as its period: the duration, or the month of a series. */
  readonly period: string;
}

/** Days of a schedule until the last one on which anything can be due. */
function daysOf({ after, every }: Schedule, from: Day, last: Day | undefined): DueDay[] {
  const once = after.map((duration) => ({ on: addDuration(from, duration), period: duration }));
  const days = [...once];
  if (every !== undefined && last !== undefined)
    for (let times = 1; addDuration(from, every, times) <= last; times += 1) {
      const on = addDuration(from, every, times);
      days.push({ on, period: monthOf(on) });
    }
  return last === undefined ? days : days.filter(({ on }) => on <= last);
}

/** What ends the schedule: from its day on nothing after the day that it names was ever due. */
interface End {
  readonly known: Day;
  readonly last: Day;
}

function endOf(begun: CountedFact, facts: readonly CountedFact[]): End | undefined {
  const end = facts.find(
    ({ kind, happenedOn, data }) =>
      happenedOn >= begun.happenedOn &&
      (ENDS.includes(kind) || (kind === 'end-placement' && data.placement === begun.data.placement)),
  );
  return end && { known: end.happenedOn, last: textOf(end.data.lastDay) || end.happenedOn };
}

/** From when such a fact meets the day: from the day itself where it came before. */
function metOn(
  met: Pattern,
  { on, period }: DueDay,
  begun: Day,
  facts: readonly CountedFact[],
): Day | undefined {
  const found = facts.find(
    (fact) =>
      matches(met, fact) &&
      fact.happenedOn >= begun &&
      (fact.data.period === period ||
        (fact.happenedOn >= addDays(on, -WEEK) && fact.happenedOn <= addDays(on, WEEK))),
  );
  return found && laterOf(found.happenedOn, on);
}

function ofFact(
  begun: CountedFact,
  schedule: Schedule,
  met: Pattern | undefined,
  facts: readonly CountedFact[],
): Change[] {
  const reserved = facts.findLast(
    ({ kind, data }) => kind === 'reserve-placement' && data.placement === begun.data.placement,
  );
  const planned = begun.data.placement === undefined ? undefined : textOf(reserved?.data.to) || undefined;
  const end = endOf(begun, facts);
  return daysOf(schedule, begun.happenedOn, planned).flatMap((due): Change[] => {
    if (end !== undefined && end.known <= due.on && end.last < due.on) return [];
    const on = met === undefined ? due.on : metOn(met, due, begun.happenedOn, facts);
    if (on === undefined) return [];
    const unit = `${begun.journey}/${begun.version}/${due.on}`;
    const over = end !== undefined && end.last < due.on ? end.known : undefined;
    if (over !== undefined && over <= on) return [];
    return [{ unit, on, amount: ONE }, ...(over === undefined ? [] : [{ unit, on: over, amount: NONE }])];
  });
}

/** Days on which something was due, each from its day on; with `met` those that were met. */
export function dueDays({ due, met }: DueRule, { facts }: Pick<Subject, 'facts'>): Change[] {
  return [...byKey(facts, ({ journey }) => journey).values()].flatMap((own) =>
    due.flatMap((schedule) => {
      const begins = own.filter((fact) => matches(schedule.from, fact));
      const each = [...byKey(begins, ({ data }) => textOf(data.placement)).values()].flatMap(
        ([first]) => first ?? [],
      );
      return each.flatMap((begun) => ofFact(begun, schedule, met, own));
    }),
  );
}
