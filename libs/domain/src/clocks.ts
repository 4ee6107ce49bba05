import { addDuration, type Day } from './day';
import { endedPlacements } from './guards/placement-choice';
import { currentPlacement } from './guards/placement-choice';
import type { Role } from './roles';
import type { JourneyState } from './state';
import { stageOf, type Anchor, type ClockEffect, type ClockRule, type Template } from './template/template';

/** A deadline derived from the facts: due at the end of `dueOn` in the programme's time zone. */
export interface Clock {
  readonly code: string;
  readonly dueOn: Day;
  readonly effect: ClockEffect;
  readonly who: Role;
  /** It was past already when its fact came to us: one overdue task, never a reminder. */
  readonly overdue: boolean;
}

interface Moment {
  readonly on: Day;
  readonly insertedOn: Day;
  /** A series ends with this day. */
  readonly until?: Day;
}

function running(state: JourneyState): Moment | undefined {
  const placement = currentPlacement(state);
  if (placement?.startedOn === undefined || placement.interruptedOn !== undefined) return undefined;
  return {
    on: placement.startedOn,
    insertedOn: placement.startInsertedOn ?? placement.startedOn,
    until: placement.to,
  };
}

function offered(state: JourneyState): Moment | undefined {
  return Object.values(state.contracts).find(
    ({ offered: offer, signatures, declinedOn, retractedOn }) =>
      offer !== undefined && signatures.candidate === undefined && (declinedOn ?? retractedOn) === undefined,
  )?.offered;
}

const ANCHORS: Readonly<Record<Anchor, (state: JourneyState) => Moment | undefined>> = {
  'stage-entered': ({ stage }) => stage,
  'internship-started': running,
  'internship-agreed-end': (state) => {
    const stay = running(state);
    return stay?.until === undefined ? undefined : { on: stay.until, insertedOn: stay.insertedOn };
  },
  'placement-ended': (state) => {
    const ended = endedPlacements(state).at(-1)?.ended;
    return ended && { on: ended.lastDay, insertedOn: ended.insertedOn };
  },
  'degree-expected': ({ studies, stage }) =>
    studies && { on: studies.expectedDegreeOn, insertedOn: stage.insertedOn },
  'contract-offered': offered,
};

/** Days of one rule: the ladder's steps and the due day, or a series from the last one that was past at insertion. */
function days(
  rule: ClockRule,
  { on, insertedOn, until }: Moment,
  fired: ReadonlySet<string>,
): { code: string; dueOn: Day }[] {
  const due = addDuration(on, rule.after);
  if (rule.every === undefined)
    return [
      ...(rule.ladder ?? []).map((step) => ({
        code: `${rule.code}.${step.toLowerCase()}`,
        dueOn: addDuration(due, step, -1),
      })),
      { code: rule.code, dueOn: due },
    ];
  const at = (index: number): Day =>
    index === 0 ? due : addDuration(addDuration(on, rule.after), rule.every ?? '', index);
  let index = 0;
  while (at(index + 1) < insertedOn && (until === undefined || at(index + 1) <= until)) index += 1;
  while (fired.has(`${rule.code}.${at(index)}`)) index += 1;
  return until === undefined || at(index) <= until ? [{ code: rule.code, dueOn: at(index) }] : [];
}

/** Of deadlines that were past at insertion only the last one of a ladder stands: one task, never a flood. */
function oneOverdue(found: readonly Clock[]): readonly Clock[] {
  const last = found.filter(({ overdue }) => overdue).at(-1);
  return found.filter((clock) => !clock.overdue || clock === last);
}

/**
 * The open clocks of a journey, earliest first: derived from the facts, so a correction moves them by itself and what has
 * fired is not listed again. Closed, void and held journeys have none.
 */
export function clocks(state: JourneyState, template: Template): readonly Clock[] {
  if (state.status.code !== 'open') return [];
  const fired = new Set(state.fired);
  return stageOf(template, state.stage.code)
    .clocks.flatMap((rule) => {
      const moment = ANCHORS[rule.anchor](state);
      if (moment === undefined) return [];
      const found = days(rule, moment, fired).map(({ code, dueOn }) => ({
        code,
        dueOn,
        effect: code === rule.code ? rule.effect : ('remind' as const),
        who: rule.who,
        overdue: dueOn < moment.insertedOn,
      }));
      return oneOverdue(found);
    })
    .filter(({ code, dueOn }) => !fired.has(`${code}.${dueOn}`))
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.code < b.code ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}
