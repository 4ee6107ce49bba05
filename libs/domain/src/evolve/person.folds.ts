import { purposeOf, type Purpose } from '../consents';
import { textOf, type JsonObject } from '../json';
import { flag, texts, type Fold } from './read';

/** The template's first stage; facts of the first release name none, for there was one template. */
const firstStage = ({ stage }: JsonObject): string => textOf(stage) || 'NOM';

const without = <Value>(
  all: Readonly<Partial<Record<Purpose, Value>>>,
  purpose: Purpose,
): Partial<Record<Purpose, Value>> => {
  const { [purpose]: _gone, ...rest } = all;
  return rest as Partial<Record<Purpose, Value>>;
};

/** Nomination, selection, commitment and stay. */
export const PERSON_FOLDS = {
  nominate: (state, { data, template, happenedOn, insertedOn }) => ({
    ...state,
    person: textOf(data.person),
    programme: textOf(data.programme),
    university: textOf(data.university),
    agreement: textOf(data.agreement),
    ...(data.previousJourney === undefined ? {} : { previousJourney: textOf(data.previousJourney) }),
    template,
    stage: { code: firstStage(data), on: happenedOn, insertedOn },
    entered: { [firstStage(data)]: happenedOn },
    nomination: { status: 'sent', on: happenedOn },
    status: state.status.code === 'void' ? state.status : { code: 'open', on: happenedOn, insertedOn },
  }),
  'give-consent': (state, { data, happenedOn }) => ({
    ...state,
    consents: {
      ...state.consents,
      [purposeOf(data)]: {
        version: textOf(data.consentVersion),
        language: textOf(data.language),
        on: happenedOn,
      },
    },
    consentsWithdrawn: without(state.consentsWithdrawn, purposeOf(data)),
  }),
  'withdraw-consent': (state, { data, happenedOn }) => ({
    ...state,
    consents: without(state.consents, purposeOf(data)),
    consentsWithdrawn: { ...state.consentsWithdrawn, [purposeOf(data)]: happenedOn },
  }),
  'answer-nomination': (state, { data, happenedOn }) => ({
    ...state,
    nomination: { status: textOf(data.answer), on: happenedOn },
  }),
  'resend-nomination': (state, { happenedOn }) => ({
    ...state,
    nomination: { status: 'resent', on: happenedOn },
  }),
  'cancel-nomination': (state, { happenedOn }) => ({
    ...state,
    nomination: { status: 'cancelled', on: happenedOn },
  }),
  'read-commitment': (state, { happenedOn }) => ({
    ...state,
    commitment: { ...state.commitment, readOn: happenedOn },
  }),
  'refuse-commitment': (state, { happenedOn }) => ({
    ...state,
    commitment: { ...state.commitment, refusedOn: happenedOn },
  }),
  score: (state, { data }) => ({
    ...state,
    scores: [
      ...state.scores,
      { assessor: textOf(data.assessor), conflictOfInterest: flag(data.conflictOfInterest) },
    ],
  }),
  'decide-selection': (state, { data, happenedOn, insertedOn }) => ({
    ...state,
    selection: textOf(data.outcome),
    selectedOn: { on: happenedOn, insertedOn },
  }),
  'issue-commitment': (state, { data, happenedOn }) => ({
    ...state,
    commitment: {
      ...state.commitment,
      issued: { on: happenedOn, textVersion: textOf(data.textVersion), languages: texts(data.languages) },
    },
  }),
  'sign-commitment': (state, { data, happenedOn }) => ({
    ...state,
    commitment: { ...state.commitment, signed: { on: happenedOn, textVersion: textOf(data.textVersion) } },
  }),
  'countersign-commitment': (state, { happenedOn }) => ({
    ...state,
    commitment: { ...state.commitment, countersignedOn: happenedOn },
  }),
  'withdraw-commitment': (state, { happenedOn }) => {
    const { signed: _signed, countersignedOn: _countersigned, ...rest } = state.commitment;
    return { ...state, commitment: { ...rest, withdrawnOn: happenedOn } };
  },
  'waive-commitment': (state, { happenedOn }) => ({
    ...state,
    commitment: { ...state.commitment, waivedOn: happenedOn },
  }),
  'grant-title': (state, { data, insertedOn }) => ({
    ...state,
    titles: [
      ...state.titles,
      {
        insertedOn,
        ...(data.kind === undefined ? {} : { kind: textOf(data.kind) }),
        stay: Number(data.stay),
        route: textOf(data.route),
        validFrom: textOf(data.validFrom),
        validTo: textOf(data.validTo),
      },
    ],
  }),
  'record-insurance': (state, { data }) => ({ ...state, insuredFrom: textOf(data.from) }),
  'record-housing': (state, { data, happenedOn }) => ({
    ...state,
    housedOn: happenedOn,
    ...(data.municipality === undefined ? {} : { municipality: textOf(data.municipality) }),
  }),
  'leave-for-studies': (state, { data, insertedOn }) => ({
    ...state,
    studies: {
      expectedDegreeOn: textOf(data.expectedDegreeOn),
      insertedOn,
      ...(data.stays === undefined ? {} : { stays: flag(data.stays) }),
    },
  }),
} satisfies Record<string, Fold>;
