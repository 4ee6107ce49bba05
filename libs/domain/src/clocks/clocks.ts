import type { Stretch } from '../axes';
import { addDuration, daysIncluded, isWeekday, laterOf, monthOf, nextWorkingDay, type Day } from '../day';
import { packOn } from '../packs/pack-on';
import type { ClockEffect, ClockKind, PackClock } from '../packs/rule-pack';
import type { Role } from '../roles';
import type { JourneyState } from '../state';
import { stageOf, type ClockRule, type Template } from '../template/template';
import { FIRED_DAY, movedBy, stands, type Anchored } from './moment';
import { PACK_ANCHORS } from './pack-anchors';
import { TEMPLATE_ANCHORS } from './template-anchors';

/** A deadline derived from the facts: due at the end of `dueOn` in the programme's time zone. */
export interface Clock {
  readonly code: string;
  readonly dueOn: Day;
  /** The due day before stops and extensions, where it differs. */
  readonly originalDueOn?: Day;
  readonly effect: ClockEffect;
  readonly who: Role;
  /** Others who see it too. */
  readonly also: readonly Role[];
  readonly kind: ClockKind;
  /** Statute, form or template that sets it. */
  readonly source: string;
  readonly unverified: boolean;
  /** "As a rule": late is shown, nothing is overdue by law. */
  readonly asARule: boolean;
  /** It was past already when its fact came to us: one overdue task, never a reminder. */
  readonly overdue: boolean;
  /** It stands still: stopped by a person, by the authority, or by the hold. It does not fire. */
  readonly stopped: boolean;
}

type WorkingDays = (day: Day) => boolean;
type Found = Pick<Clock, 'code' | 'dueOn' | 'effect' | 'who'> & { readonly originalDueOn?: Day };
type Rule = Pick<ClockRule, 'code' | 'after' | 'every' | 'ladder' | 'effect' | 'who' | 'metBy' | 'missed'> & {
  readonly workingDayEnd?: true;
};

/** A check-in since the clock began meets that of its own period, or one that is due within a week of it. */
const checkedIn = (
  { integration: { checkIns } }: JourneyState,
  rule: Rule,
  dueOn: Day,
  since: Day,
): boolean =>
  rule.metBy === 'check-in' &&
  checkIns.some(
    ({ period, on }) =>
      on >= since &&
      (period === (rule.every === undefined ? rule.after : monthOf(dueOn)) ||
        Math.abs(daysIncluded(on, dueOn) - 1) <= 7),
  );

/** The code of a rule's clock; several of one kind are told apart by what they are of. */
const codeOf = ({ code }: Rule, { of }: Anchored): string => (of === undefined ? code : `${code}.${of}`);

/** The due day alone, or the day of a series that comes next. */
function dueDay(
  rule: Rule,
  { on, insertedOn, until }: Anchored,
  isOver: (dueOn: Day) => boolean,
): Day | undefined {
  const { every } = rule;
  const due = addDuration(on, rule.after);
  if (every === undefined) return due;
  const at = (index: number): Day => (index === 0 ? due : addDuration(due, every, index));
  let index = 0;
  while (at(index + 1) < insertedOn && (until === undefined || at(index + 1) <= until)) index += 1;
  while (isOver(at(index))) index += 1;
  return until === undefined || at(index) <= until ? at(index) : undefined;
}

/** The ladder's steps before the due day, the due day, and the escalation of what was missed. */
function daysOf(
  state: JourneyState,
  rule: Rule,
  anchored: Anchored,
  stretches: readonly Stretch[],
  isWorkingDay: WorkingDays,
): Found[] {
  const code = codeOf(rule, anchored);
  const ends = (day: Day): Day => (rule.workingDayEnd === true ? nextWorkingDay(day, isWorkingDay) : day);
  const extendedTo = state.adjustments[code]?.extendedTo ?? '';
  const moved = (planned: Day): Day => movedBy(planned, anchored.on, stretches);
  const dueOf = (planned: Day): Day => ends(laterOf(moved(planned), extendedTo));
  const isOver = (planned: Day): boolean =>
    state.fired.includes(`${code}.${dueOf(planned)}`) || checkedIn(state, rule, dueOf(planned), anchored.on);
  const missed = missedOf(state, rule, code, anchored);
  const planned = dueDay(rule, anchored, isOver);
  if (planned === undefined || checkedIn(state, rule, dueOf(planned), anchored.on)) return missed;
  const dueOn = dueOf(planned);
  const original = ends(planned);
  const isExtended = extendedTo > moved(planned);
  const ladder = (rule.ladder ?? []).map((step) => ({
    code: `${code}.${step.toLowerCase()}`,
    dueOn: isExtended ? addDuration(dueOn, step, -1) : moved(addDuration(original, step, -1)),
    effect: 'remind' as const,
    who: rule.who,
  }));
  const due = { code, dueOn, effect: rule.effect, who: rule.who };
  return [...ladder, dueOn === original ? due : { ...due, originalDueOn: original }, ...missed];
}

/** What nobody did escalates once, some days after it was due. */
function missedOf(state: JourneyState, rule: Rule, code: string, { on }: Anchored): Found[] {
  const { missed } = rule;
  if (missed === undefined) return [];
  return state.fired
    .filter((key) => key.slice(0, -FIRED_DAY.length) === code)
    .map((key) => key.slice(1 - FIRED_DAY.length))
    .filter((dueOn) => dueOn >= on && !checkedIn(state, rule, dueOn, on))
    .map((dueOn) => ({
      code: `${code}-missed`,
      dueOn: addDuration(dueOn, missed),
      effect: 'escalate',
      who: 'coordinator',
    }));
}

/** Of deadlines that were past at insertion only the last one of a ladder stands: one task, never a flood. */
function oneOverdue(found: readonly Clock[]): readonly Clock[] {
  const last = found.filter(({ overdue }) => overdue).at(-1);
  return found.filter((clock) => !clock.overdue || clock === last);
}

interface Source {
  readonly rule: Rule;
  readonly kind: ClockKind;
  readonly source: string;
  readonly also?: readonly Role[];
  readonly unverified?: true;
  readonly asARule?: true;
}

function clocksFrom(
  state: JourneyState,
  from: Source,
  anchored: Anchored,
  isWorkingDay: WorkingDays,
): readonly Clock[] {
  const { rule, kind, source } = from;
  const stretches: readonly Stretch[] = [
    ...(kind === 'R' ? state.holds : []),
    ...(state.adjustments[codeOf(rule, anchored)]?.stops ?? []),
    ...(anchored.stood ?? []),
  ];
  const found = daysOf(state, rule, anchored, stretches, isWorkingDay).map((day) => ({
    ...day,
    also: from.also ?? [],
    kind,
    source,
    unverified: from.unverified ?? false,
    asARule: from.asARule ?? false,
    overdue: day.dueOn < anchored.insertedOn,
    stopped: stands(stretches),
  }));
  return oneOverdue(found);
}

const fromTemplate = (rule: ClockRule, template: Template): Source => ({
  rule,
  kind: 'R',
  source: template.id,
  ...(rule.also === undefined ? {} : { also: rule.also }),
});

function fromPack(clock: PackClock, { fast }: Anchored): Source {
  const { kind, source, also, unverified, asARule } = clock;
  const rule = fast === true && clock.fast !== undefined ? { ...clock, after: clock.fast } : clock;
  return {
    rule,
    kind,
    source,
    ...(also ? { also } : {}),
    ...(unverified ? { unverified } : {}),
    ...(asARule ? { asARule } : {}),
  };
}

function stageClocks(state: JourneyState, template: Template, isWorkingDay: WorkingDays): readonly Clock[] {
  const { stage, status } = state;
  // A deadline exists from the last of the facts that make it: its anchor, the stage, a reopening.
  const since = laterOf(stage.insertedOn, status.insertedOn);
  return stageOf(template, stage.code).clocks.flatMap((rule) =>
    TEMPLATE_ANCHORS[rule.anchor](state).flatMap((anchor) => {
      const anchored = { ...anchor, insertedOn: laterOf(anchor.insertedOn, since) };
      return clocksFrom(state, fromTemplate(rule, template), anchored, isWorkingDay);
    }),
  );
}

/** What somebody still owes by law does not end with the journey. */
const goesOn = ({ kind, endsOnClose }: PackClock, { status }: JourneyState): boolean =>
  status.code !== 'closed' || (kind === 'S' && endsOnClose !== true);

/** The pack of the anchor's day decides; a clock that a later pack brings exists from that pack's first day. */
function lawClocks(state: JourneyState, isWorkingDay: WorkingDays): readonly Clock[] {
  return Object.entries(PACK_ANCHORS).flatMap(([name, find]) =>
    find(state).flatMap((anchored) =>
      packOn(anchored.on)
        .pack.clocks.filter((clock) => clock.anchor === name && goesOn(clock, state))
        .flatMap((clock) => clocksFrom(state, fromPack(clock, anchored), anchored, isWorkingDay)),
    ),
  );
}

interface Computed {
  readonly template: Template;
  readonly isWorkingDay: WorkingDays;
  readonly clocks: readonly Clock[];
}

/** A state never changes, so its clocks are computed once: a command asks for them to judge, to list and to compare. */
const computed = new WeakMap<JourneyState, Computed>();

/**
 * Every clock of a journey that has not fired, earliest first, stopped ones included: derived from the facts, so a
 * correction moves them by itself. A hold stops the clocks of the programme and never those of law. Of a closed journey
 * those of law run on but for procedures that nobody follows any more; of a void one none does.
 * @param isWorkingDay calendar of the place; Monday to Friday when none is given
 */
export function allClocks(
  state: JourneyState,
  template: Template,
  isWorkingDay: WorkingDays = isWeekday,
): readonly Clock[] {
  const known = computed.get(state);
  if (known?.template === template && known.isWorkingDay === isWorkingDay) return known.clocks;
  const clocks = derive(state, template, isWorkingDay);
  computed.set(state, { template, isWorkingDay, clocks });
  return clocks;
}

function derive(state: JourneyState, template: Template, isWorkingDay: WorkingDays): readonly Clock[] {
  const { code: status } = state.status;
  if (status === 'void' || state.version === 0) return [];
  const stage = status === 'closed' ? [] : stageClocks(state, template, isWorkingDay);
  const open = [...stage, ...lawClocks(state, isWorkingDay)];
  const fired = new Set(state.fired);
  const byKey = new Map(open.map((clock) => [`${clock.code}.${clock.dueOn}`, clock]));
  return [...byKey]
    .filter(([key]) => !fired.has(key))
    .map(([, clock]) => clock)
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.code < b.code ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

/** The clocks that run: those a workflow sleeps for. */
export const clocks = (
  state: JourneyState,
  template: Template,
  isWorkingDay: WorkingDays = isWeekday,
): readonly Clock[] => allClocks(state, template, isWorkingDay).filter(({ stopped }) => !stopped);
