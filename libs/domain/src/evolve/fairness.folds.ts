import type { Fairness } from '../axes';
import { textOf } from '../json';
import type { JourneyState } from '../state';
import { flag, type Fold } from './read';

const fair = (state: JourneyState, change: Partial<Fairness>): JourneyState => ({
  ...state,
  fairness: { ...state.fairness, ...change },
});

/** Fair recruitment, contact, participation data and family. */
export const FAIRNESS_FOLDS = {
  'state-no-fees': (state, { data }) =>
    fair(state, { noFees: { ...state.fairness.noFees, [textOf(data.occasion)]: flag(data.noFeesPaid) } }),
  'record-cost': (state, { data, happenedOn, insertedOn }) =>
    fair(state, {
      costs: {
        ...state.fairness.costs,
        [textOf(data.cost)]: { on: happenedOn, insertedOn, payer: textOf(data.payer) },
      },
    }),
  'repay-cost': (state, { data, happenedOn }) => {
    const cost = state.fairness.costs[textOf(data.cost)];
    return cost === undefined
      ? state
      : fair(state, {
          costs: { ...state.fairness.costs, [textOf(data.cost)]: { ...cost, repaidOn: happenedOn } },
        });
  },
  inform: (state, { happenedOn }) => fair(state, { informedOn: happenedOn }),
  complain: (state, { data, happenedOn, insertedOn }) =>
    fair(state, {
      complaints: { ...state.fairness.complaints, [textOf(data.complaint)]: { on: happenedOn, insertedOn } },
    }),
  'answer-complaint': (state, { data, happenedOn }) => {
    const complaint = state.fairness.complaints[textOf(data.complaint)];
    if (complaint === undefined) return state;
    const answer = data.step === 'answered' ? { answeredOn: happenedOn } : { acknowledgedOn: happenedOn };
    return fair(state, {
      complaints: { ...state.fairness.complaints, [textOf(data.complaint)]: { ...complaint, ...answer } },
    });
  },
  'record-contact-attempt': (state, { data, happenedOn, insertedOn }) => ({
    ...state,
    contacts: [
      ...state.contacts,
      { on: happenedOn, insertedOn, channel: textOf(data.channel), result: textOf(data.result) },
    ],
  }),
  'record-participation': (state, { data, happenedOn }) => ({
    ...state,
    participation: { ...state.participation, [textOf(data.moment)]: happenedOn },
  }),
  'record-dependant': (state, { data }) => ({
    ...state,
    dependants: {
      ...state.dependants,
      [textOf(data.dependant)]: { kind: textOf(data.kind), travels: flag(data.travels) },
    },
  }),
} satisfies Record<string, Fold>;
