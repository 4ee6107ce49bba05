import type { Adjustment, Stretch } from '../axes';
import type { Day } from '../day';
import type { Fact } from '../fact';
import { textOf } from '../json';
import type { Contract, JourneyState, Placement, Status } from '../state';
import { texts, type Fold } from './read';

const mapValues = <Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Void stays void whatever the day it bears: nothing that happened later undoes it (domain.md, rule 11). */
const statusIs =
  (code: Status): Fold =>
  (state, { happenedOn, insertedOn }) =>
    state.status.code === 'void' ? state : { ...state, status: { code, on: happenedOn, insertedOn } };

/** Rule 12: places that have neither started nor ended are released, contracts not signed by both end. */
const released = (placement: Placement, on: string): Placement =>
  placement.cancelledOn === undefined && placement.startedOn === undefined && placement.ended === undefined
    ? { ...placement, cancelledOn: on }
    : placement;
/** What both have signed once stays in force until an amendment is signed as well. */
const ended = (contract: Contract, on: string): Contract =>
  contract.concludedOn !== undefined ? contract : { ...contract, withdrawnOn: on };

const withdrawn: Fold = (state, fact): JourneyState => {
  const { signed: _signed, countersignedOn: _countersignedOn, ...commitment } = state.commitment;
  return {
    ...statusIs('closed')(state, fact),
    closure: {
      outcome: textOf(fact.data.outcome) || 'withdrawn',
      party: 'candidate',
      returnable: fact.data.returnable !== false,
    },
    commitment: { ...commitment, withdrawnOn: fact.happenedOn },
    placements: mapValues(state.placements, (placement) => released(placement, fact.happenedOn)),
    contracts: mapValues(state.contracts, (contract) => ended(contract, fact.happenedOn)),
  };
};

const enters: Fold = (state, { data, happenedOn, insertedOn }) => ({
  ...state,
  stage: { code: textOf(data.to), on: happenedOn, insertedOn },
  entered: { ...state.entered, [textOf(data.to)]: happenedOn },
});

/** Ends the last open stretch. */
function endedHold<Kind extends Stretch>(stretches: readonly Kind[], on: Day): readonly Kind[] {
  return stretches.map((stretch, index) =>
    index === stretches.length - 1 && stretch.to === undefined ? { ...stretch, to: on } : stretch,
  );
}

const adjusted = (
  state: JourneyState,
  { data }: Fact,
  change: (adjustment: Adjustment) => Adjustment,
): JourneyState => {
  const clock = textOf(data.clock);
  return {
    ...state,
    adjustments: { ...state.adjustments, [clock]: change(state.adjustments[clock] ?? { stops: [] }) },
  };
};

/** Stage, status and fired clocks. */
export const STATUS_FOLDS = {
  advance: enters,
  reverse: enters,
  hold: (state, fact) => ({
    ...statusIs('on-hold')(state, fact),
    holds: [
      ...state.holds,
      {
        from: fact.happenedOn,
        ...(fact.data.reviewOn === undefined ? {} : { reviewOn: textOf(fact.data.reviewOn) }),
      },
    ],
  }),
  resume: (state, fact) => ({
    ...statusIs('open')(state, fact),
    holds: endedHold(state.holds, fact.happenedOn),
  }),
  'stop-clock': (state, fact) =>
    adjusted(state, fact, ({ stops, ...rest }) => ({
      ...rest,
      stops: [...stops, { from: fact.happenedOn }],
    })),
  'resume-clock': (state, fact) =>
    adjusted(state, fact, ({ stops, ...rest }) => ({ ...rest, stops: endedHold(stops, fact.happenedOn) })),
  'extend-clock': (state, fact) =>
    adjusted(state, fact, (adjustment) => ({ ...adjustment, extendedTo: textOf(fact.data.until) })),
  'migrate-template': (state, { data, happenedOn }) => ({
    ...state,
    template: textOf(data.template),
    migratedOn: happenedOn,
    stage: { ...state.stage, code: textOf(data.stage) },
    entered: { ...state.entered, [textOf(data.stage)]: happenedOn },
    fired: [...state.fired, ...texts(data.settled)].sort(),
  }),
  'merge-person': (state, { data }) => ({ ...state, person: textOf(data.into) }),
  withdraw: withdrawn,
  close: (state, fact) => ({
    ...statusIs('closed')(state, fact),
    closure: {
      outcome: textOf(fact.data.outcome),
      party: textOf(fact.data.party),
      returnable: fact.data.returnable === true,
    },
  }),
  reopen: (state, fact) => {
    const { closure: _closure, ...rest } = statusIs('open')(state, fact);
    return rest;
  },
  void: statusIs('void'),
  'clock-fired': (state, { data }) => ({
    ...state,
    fired: [...state.fired, `${textOf(data.clock)}.${textOf(data.dueOn)}`].sort(),
  }),
} satisfies Record<string, Fold>;
