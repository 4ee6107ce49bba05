import { flag, text, texts, type Fold } from './read';

/** Nomination, selection, commitment and stay. */
export const PERSON_FOLDS = {
  nominate: (state, { data, template, happenedOn, insertedOn }) => ({
    ...state,
    person: text(data.person),
    programme: text(data.programme),
    university: text(data.university),
    agreement: text(data.agreement),
    template,
    stage: { code: 'NOM', on: happenedOn, insertedOn },
    status: { code: 'open', on: happenedOn, insertedOn },
  }),
  'give-consent': (state, { data }) => ({ ...state, consent: { version: text(data.consentVersion), language: text(data.language) } }),
  score: (state, { data }) => ({
    ...state,
    scores: [...state.scores, { assessor: text(data.assessor), conflictOfInterest: flag(data.conflictOfInterest) }],
  }),
  'decide-selection': (state, { data }) => ({ ...state, selection: text(data.outcome) }),
  'issue-commitment': (state, { data, happenedOn }) => ({
    ...state,
    commitment: { ...state.commitment, issued: { on: happenedOn, textVersion: text(data.textVersion), languages: texts(data.languages) } },
  }),
  'sign-commitment': (state, { data, happenedOn }) => ({
    ...state,
    commitment: { ...state.commitment, signed: { on: happenedOn, textVersion: text(data.textVersion) } },
  }),
  'countersign-commitment': (state, { happenedOn }) => ({ ...state, commitment: { ...state.commitment, countersignedOn: happenedOn } }),
  'withdraw-commitment': (state, { happenedOn }) => {
    const { signed: _signed, countersignedOn: _countersigned, ...rest } = state.commitment;
    return { ...state, commitment: { ...rest, withdrawnOn: happenedOn } };
  },
  'waive-commitment': (state, { happenedOn }) => ({ ...state, commitment: { ...state.commitment, waivedOn: happenedOn } }),
  'grant-title': (state, { data }) => ({
    ...state,
    titles: [...state.titles, { stay: Number(data.stay), route: text(data.route), validFrom: text(data.validFrom), validTo: text(data.validTo) }],
  }),
  'record-insurance': (state, { data }) => ({ ...state, insuredFrom: text(data.from) }),
  'record-housing': (state, { happenedOn }) => ({ ...state, housedOn: happenedOn }),
  'leave-for-studies': (state, { data }) => ({ ...state, studies: { expectedDegreeOn: text(data.expectedDegreeOn) } }),
} satisfies Record<string, Fold>;
