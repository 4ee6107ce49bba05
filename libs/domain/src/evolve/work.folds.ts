import { textOf } from '../json';
import type { Fact } from '../fact';
import type { Placement } from '../state';
import { amount, flag, texts, withContract, withPlacement, type Fold } from './read';

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

const TERMS = [
  'from',
  'to',
  'site',
  'hoursPerWeek',
  'mentor',
  'monthlyPayEur',
  'hostCoversPublicCosts',
] as const;
type Pending = NonNullable<Placement['pending']>;

const inForce = (placement: Placement, { amendment, terms, signatures }: Pending): Placement => {
  const { pending: _pending, ...rest } = placement;
  return {
    ...rest,
    ...terms,
    signatures: { ...rest.signatures, ...signatures },
    amendments: [...(rest.amendments ?? []), amendment],
  };
};

/** Terms change at once while nobody has signed; afterwards every party signs them anew (field.md D2). */
function amended({ underpaymentApprovedOn: _approved, ...placement }: Placement, { data }: Fact): Placement {
  const terms = Object.fromEntries(
    TERMS.filter((name) => data[name] !== undefined).map((name) => [name, data[name]]),
  ) as Pending['terms'];
  const pending: Pending = {
    amendment: textOf(data.amendment),
    parties: texts(data.parties),
    signatures: {},
    terms,
  };
  return Object.keys(placement.signatures).length === 0
    ? inForce(placement, pending)
    : { ...placement, pending };
}

function signed(placement: Placement, party: string, on: string): Placement {
  const { pending } = placement;
  if (pending === undefined) return { ...placement, signatures: { ...placement.signatures, [party]: on } };
  const signatures = { ...pending.signatures, [party]: on };
  const next = { ...pending, signatures };
  return pending.parties.every((name) => signatures[name] !== undefined)
    ? inForce(placement, next)
    : { ...placement, pending: next };
}

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
      ...signed(placement, textOf(fact.data.party), fact.happenedOn),
      ...(fact.data.approvedBy === undefined ? {} : { underpaymentApprovedOn: fact.happenedOn }),
    })),
  'amend-placement': (state, fact) => withPlacement(state, fact, (placement) => amended(placement, fact)),
  'waive-evaluation': (state, fact) =>
    withPlacement(state, fact, (placement) => ({
      ...placement,
      evaluations: { ...placement.evaluations, [textOf(fact.data.party)]: fact.happenedOn },
    })),
  'override-recommendation': (state, { happenedOn }) => ({
    ...state,
    recommendationOverriddenOn: happenedOn,
  }),
  arrive: (state, fact) => {
    const { happenedOn, insertedOn, data } = fact;
    const arrived = { ...state, lastArrival: { on: happenedOn, insertedOn } };
    return typeof data.stay === 'number'
      ? { ...arrived, entries: { ...state.entries, [`${data.stay}`]: happenedOn } }
      : withPlacement(arrived, fact, (placement) => ({ ...placement, arrivedOn: happenedOn }));
  },
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
      monthlyGrossEur: amount(data.monthlyGrossEur),
      ...(typeof data.fixedExtrasEur === 'number' ? { fixedExtrasEur: data.fixedExtrasEur } : {}),
      hoursPerWeek: amount(data.hoursPerWeek),
      preparedOn: happenedOn,
      signatures: {},
    };
    return { ...state, contracts: { ...state.contracts, [id]: contract } };
  },
  'offer-contract': (state, fact) =>
    withContract(state, fact, (contract) => ({
      ...contract,
      offered: {
        on: fact.happenedOn,
        insertedOn: fact.insertedOn,
        ...(fact.data.validUntil === undefined ? {} : { validUntil: textOf(fact.data.validUntil) }),
      },
    })),
  'sign-contract': (state, fact) =>
    withContract(state, fact, (contract) => {
      const signatures = { ...contract.signatures, [textOf(fact.data.party)]: fact.happenedOn };
      const concluded = signatures.company !== undefined && signatures.candidate !== undefined;
      return {
        ...contract,
        signatures,
        signedInsertedOn: fact.insertedOn,
        ...(concluded ? { concludedOn: contract.concludedOn ?? fact.happenedOn } : {}),
      };
    }),
  'decline-contract': (state, fact) =>
    withContract(state, fact, (contract) => ({ ...contract, declinedOn: fact.happenedOn })),
  'retract-contract': (state, fact) =>
    withContract(state, fact, (contract) => ({ ...contract, retractedOn: fact.happenedOn })),
} satisfies Record<string, Fold>;
