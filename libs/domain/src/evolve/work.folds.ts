import { textOf } from '../json';
import type { Placement } from '../state';
import { amount, flag, withContract, withPlacement, type Fold } from './read';

const reserved: Fold = (state, { data, happenedOn }) => {
  const placement: Placement = {
    id: textOf(data.placement),
    company: textOf(data.company),
    site: textOf(data.site),
    from: textOf(data.from),
    to: textOf(data.to),
    hoursPerWeek: amount(data.hoursPerWeek),
    route: textOf(data.route),
    hostCoversPublicCosts: flag(data.hostCoversPublicCosts),
    ...(typeof data.mandatory === 'boolean' ? { mandatory: data.mandatory } : {}),
    ...(typeof data.monthlyPayEur === 'number' ? { monthlyPayEur: data.monthlyPayEur } : {}),
    reservedOn: happenedOn,
    signatures: {},
    months: {},
    evaluations: {},
  };
  return { ...state, placements: { ...state.placements, [placement.id]: placement } };
};

const monthIs =
  (standing: 'confirmed' | 'contested'): Fold =>
  (state, fact) =>
    withPlacement(state, fact, (placement) => ({
      ...placement,
      months: { ...placement.months, [textOf(fact.data.month)]: standing },
    }));

/** Placement, internship months and contract. */
export const WORK_FOLDS = {
  'reserve-placement': reserved,
  'agree-placement': (state, fact) =>
    withPlacement(state, fact, (placement) => ({
      ...placement,
      agreedOn: fact.happenedOn,
      mentor: textOf(fact.data.mentor),
    })),
  'opt-in': (state, fact) =>
    withPlacement(state, fact, (placement) => ({ ...placement, optedInOn: fact.happenedOn })),
  'cancel-placement': (state, fact) =>
    withPlacement(state, fact, (placement) => ({ ...placement, cancelledOn: fact.happenedOn })),
  'sign-agreement': (state, fact) =>
    withPlacement(state, fact, (placement) => ({
      ...placement,
      signatures: { ...placement.signatures, [textOf(fact.data.party)]: fact.happenedOn },
    })),
  arrive: (state, fact) =>
    typeof fact.data.stay === 'number'
      ? { ...state, entries: { ...state.entries, [`${fact.data.stay}`]: fact.happenedOn } }
      : withPlacement(state, fact, (placement) => ({ ...placement, arrivedOn: fact.happenedOn })),
  'start-internship': (state, fact) =>
    withPlacement(state, fact, (placement) => ({
      ...placement,
      startedOn: fact.happenedOn,
      startInsertedOn: fact.insertedOn,
    })),
  'interrupt-placement': (state, fact) =>
    withPlacement(state, fact, (placement) => ({ ...placement, interruptedOn: fact.happenedOn })),
  'resume-placement': (state, fact) =>
    withPlacement(state, fact, ({ interruptedOn: _interruptedOn, ...placement }) => placement),
  'end-placement': (state, fact) =>
    withPlacement(state, fact, (placement) => ({
      ...placement,
      ended: {
        on: fact.happenedOn,
        how: textOf(fact.data.how),
        lastDay: textOf(fact.data.lastDay),
        insertedOn: fact.insertedOn,
      },
    })),
  'confirm-month': monthIs('confirmed'),
  'contest-month': monthIs('contested'),
  evaluate: (state, fact) =>
    withPlacement(state, fact, (placement) => ({
      ...placement,
      evaluations: { ...placement.evaluations, [textOf(fact.data.party)]: fact.happenedOn },
    })),
  recommend: (state, fact) =>
    withPlacement(state, fact, (placement) => ({ ...placement, recommended: flag(fact.data.recommended) })),
  'prepare-contract': (state, { data, happenedOn }) => {
    const id = textOf(data.contract);
    const contract = {
      id,
      company: textOf(data.company),
      startsOn: textOf(data.startsOn),
      preparedOn: happenedOn,
      signatures: {},
    };
    return { ...state, contracts: { ...state.contracts, [id]: contract } };
  },
  'offer-contract': (state, fact) =>
    withContract(state, fact, (contract) => ({
      ...contract,
      offered: { on: fact.happenedOn, insertedOn: fact.insertedOn },
    })),
  'sign-contract': (state, fact) =>
    withContract(state, fact, (contract) => ({
      ...contract,
      signatures: { ...contract.signatures, [textOf(fact.data.party)]: fact.happenedOn },
    })),
  'decline-contract': (state, fact) =>
    withContract(state, fact, (contract) => ({ ...contract, declinedOn: fact.happenedOn })),
  'retract-contract': (state, fact) =>
    withContract(state, fact, (contract) => ({ ...contract, retractedOn: fact.happenedOn })),
} satisfies Record<string, Fold>;
