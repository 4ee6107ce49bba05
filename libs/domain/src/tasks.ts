import { allClocks, type Clock } from './clocks/clocks';
import { isUnanswered } from './clocks/offers';
import { stageDueOn } from './clocks/stage-due';
import type { Unmet } from './command';
import type { Context } from './context';
import type { Day } from './day';
import { unmetForStage, unmetOnEntry } from './decide/advance';
import type { Role } from './roles';
import type { JourneyState } from './state';
import { stageOf } from './template/template';

/** One thing somebody has to do in a journey, with what it holds up. */
export interface Task {
  /** Stable within the journey while the same thing is to be done. */
  readonly key: string;
  readonly kind: 'guard' | 'clock' | 'need' | 'rematch' | 'offer' | 'guard-no-longer-met';
  readonly who: Role;
  /** Others who see it too. */
  readonly also: readonly Role[];
  /** What to do, in words. */
  readonly text: string;
  /** Stage that cannot be entered before; absent for what only runs out. */
  readonly blocks?: string;
  readonly dueOn?: Day;
  readonly overdue: boolean;
  readonly stopped: boolean;
  readonly source?: string;
}

const ofGuard = (unmet: Unmet, who: Role, blocks: string, dueOn: Day | undefined, today: Day): Task => ({
  key: `guard:${blocks}:${unmet.guard}:${who}`,
  kind: 'guard',
  who,
  also: [],
  text: unmet.remedy,
  blocks,
  ...(dueOn === undefined ? {} : { dueOn }),
  overdue: dueOn !== undefined && dueOn < today,
  stopped: false,
});

const ofClock = (clock: Clock, today: Day): Task => ({
  key: `clock:${clock.code}:${clock.dueOn}`,
  kind: 'clock',
  who: clock.who,
  also: clock.also,
  text: clock.code,
  dueOn: clock.dueOn,
  overdue: clock.dueOn < today && !clock.asARule,
  stopped: clock.stopped,
  source: clock.source,
});

/**
 * Guards of the present stage that no longer hold, since facts were corrected or withdrawn (domain.md, rule 3). Those of the
 * nomination look at what was nominated and stand with it; a placement that has ended since is the one that was meant.
 */
export function brokenGuards(
  state: JourneyState,
  context: Context,
): readonly (Unmet & { readonly stage: string })[] {
  const { code, on } = state.stage;
  if (code === '' || code === context.template.stages[0]?.code) return [];
  return unmetOnEntry(code, state, context, on).map((unmet) => ({ ...unmet, stage: code }));
}

/** What the last check-in named, each once: it stays to be done until a later check-in names it no more. */
function needsOf({ integration: { checkIns, closedOn } }: JourneyState): readonly Task[] {
  const last = checkIns.at(-1);
  if (last === undefined || closedOn !== undefined) return [];
  return [...new Set(last.needs)].map((need) => ({
    key: `need:${need}:${last.on}`,
    kind: 'need',
    who: 'coordinator',
    also: ['mentor'],
    text: `The check-in of ${last.on} names ${need}`,
    overdue: false,
    stopped: false,
  }));
}

/** Stages ask for a place with this guard: where one is an exit, a journey that lost its place is matched anew. */
const MATCHING = 'placement-reserved';

/** The placement or contract that a journey lost and has nothing in place of. */
function lost({ placements, contracts, employments }: JourneyState): string | undefined {
  const atWork = employments.some(({ ended }) => ended === undefined);
  const last = employments.at(-1);
  if (atWork) return undefined;
  if (last !== undefined) return last.ended?.how === 'expired' ? undefined : last.contract;
  const standing = Object.values(contracts).some(
    ({ declinedOn, retractedOn, withdrawnOn }) => (declinedOn ?? retractedOn ?? withdrawnOn) === undefined,
  );
  const all = Object.values(placements);
  const live = all.some(({ cancelledOn, ended }) => cancelledOn === undefined && ended === undefined);
  if (standing || live) return undefined;
  const latest = all.sort((a, b) => (`${a.reservedOn}|${a.id}` < `${b.reservedOn}|${b.id}` ? -1 : 1)).at(-1);
  const isOver = latest?.cancelledOn !== undefined || (latest?.ended && latest.ended.how !== 'planned');
  return isOver === true ? latest?.id : undefined;
}

function rematchOf(state: JourneyState, { template }: Context): readonly Task[] {
  const target = stageOf(template, state.stage.code).exits.find((exit) =>
    stageOf(template, exit).guards.includes(MATCHING),
  );
  const id = lost(state);
  if (target === undefined || id === undefined) return [];
  return [
    {
      key: `rematch:${id}`,
      kind: 'rematch',
      who: 'coordinator',
      also: ['candidate'],
      text: `Find another place instead of ${id}: reserve-placement`,
      blocks: target,
      overdue: false,
      stopped: false,
    },
  ];
}

/** Offers that end, or whose work begins, before the studies do: the candidate studies longer, so they are looked at anew. */
function offersToCheck({ contracts, studies, degreeOn }: JourneyState): readonly Task[] {
  const degree = degreeOn === undefined ? studies?.expectedDegreeOn : undefined;
  if (degree === undefined) return [];
  return Object.values(contracts)
    .filter((contract) => contract.offered !== undefined && isUnanswered(contract))
    .filter(({ startsOn, offered }) => startsOn < degree || (offered?.validUntil ?? degree) < degree)
    .map(({ id, startsOn, offered }) => ({
      key: `offer:${id}:${degree}`,
      kind: 'offer',
      who: 'coordinator',
      also: ['company', 'candidate'],
      text: `Check with the company whether the offer of contract ${id} stands: the degree is expected on ${degree}, work would begin on ${startsOn}`,
      ...(offered?.validUntil === undefined ? {} : { dueOn: offered.validUntil }),
      overdue: false,
      stopped: false,
    }));
}

/** The stage the journey heads for: the first exit of the present one. */
const nextStage = (state: JourneyState, { template }: Context): string | undefined =>
  stageOf(template, state.stage.code).exits[0];

/**
 * Everything to be done in a journey: each unmet guard of the next stage, for the first role that can meet it, each guard that
 * no longer holds, what the last check-in asked for, and each clock. Guards are due when the clock is that ends the stage.
 */
export function tasksOf(state: JourneyState, context: Context): readonly Task[] {
  const clocks = allClocks(state, context.template, context.isWorkingDay);
  const tasks = clocks.map((clock) => ofClock(clock, context.today));
  if (state.status.code !== 'open') return tasks;
  const next = nextStage(state, context);
  const due = next === undefined ? undefined : stageDueOn(state, context.template, clocks, next);
  const guards = next === undefined ? [] : unmetForStage(next, state, context, context.today);
  const broken = brokenGuards(state, context).map((unmet): Task => ({
    ...ofGuard(unmet, unmet.who[0] ?? 'coordinator', unmet.stage, undefined, context.today),
    key: `broken:${unmet.stage}:${unmet.guard}`,
    kind: 'guard-no-longer-met',
  }));
  return [
    ...tasks,
    ...needsOf(state),
    ...rematchOf(state, context),
    ...offersToCheck(state),
    ...guards.flatMap((unmet) =>
      unmet.who.slice(0, 1).map((who) => ofGuard(unmet, who, next ?? '', due, context.today)),
    ),
    ...broken,
  ];
}
