import { addDuration, laterOf, type Day } from './day';
import { currentPlacement, endedPlacements } from './guards/placement-choice';
import type { Role } from './roles';
import type { Contract, JourneyState } from './state';
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

function running(state: JourneyState): readonly Required<Moment>[] {
  const placement = currentPlacement(state);
  if (placement?.startedOn === undefined || placement.interruptedOn !== undefined) return [];
  const { startedOn, startInsertedOn = startedOn, to } = placement;
  return [{ on: startedOn, insertedOn: startInsertedOn, until: to }];
}

const unanswered = ({ signatures, declinedOn, retractedOn, withdrawnOn }: Contract): boolean =>
  (signatures.candidate ?? declinedOn ?? retractedOn ?? withdrawnOn) === undefined;

/** Every moment that an anchor stands for: an offer each, else one at most. */
const ANCHORS: Readonly<Record<Anchor, (state: JourneyState) => readonly Moment[]>> = {
  'stage-entered': ({ stage }) => [stage],
  'internship-started': running,
  'internship-agreed-end': (state) =>
    running(state).map(({ until, insertedOn }) => ({ on: until, insertedOn })),
  'placement-ended': (state) =>
    endedPlacements(state)
      .slice(-1)
      .flatMap(({ ended }) =>
        ended === undefined ? [] : [{ on: ended.lastDay, insertedOn: ended.insertedOn }],
      ),
  'degree-expected': ({ studies }) =>
    studies === undefined ? [] : [{ on: studies.expectedDegreeOn, insertedOn: studies.insertedOn }],
  'contract-offered': ({ contracts }) =>
    Object.values(contracts)
      .filter(unanswered)
      .flatMap(({ offered }) => offered ?? []),
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
  const { stage, status } = state;
  if (status.code !== 'open') return [];
  const fired = new Set(state.fired);
  // A deadline exists from the last of the facts that make it: its anchor, the stage, a reopening.
  const since = laterOf(stage.insertedOn, status.insertedOn);
  const open = stageOf(template, stage.code).clocks.flatMap((rule) =>
    ANCHORS[rule.anchor](state).flatMap((anchor) => {
      const moment = { ...anchor, insertedOn: laterOf(anchor.insertedOn, since) };
      const found = days(rule, moment, fired).map(({ code, dueOn }) => ({
        code,
        dueOn,
        effect: code === rule.code ? rule.effect : ('remind' as const),
        who: rule.who,
        overdue: dueOn < moment.insertedOn,
      }));
      return oneOverdue(found);
    }),
  );
  const byKey = new Map(open.map((clock) => [`${clock.code}.${clock.dueOn}`, clock]));
  return [...byKey]
    .filter(([key]) => !fired.has(key))
    .map(([, clock]) => clock)
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.code < b.code ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}
