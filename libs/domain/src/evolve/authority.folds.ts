import type { Moment, Recognition, Stay } from '../axes';
import type { Fact } from '../fact';
import { textOf } from '../json';
import type { JourneyState } from '../state';
import { amount, flag, type Fold } from './read';

const NEW_STAY: Stay = { steps: {} };
const NEW_RECOGNITION: Recognition = { kind: 'federal-law', fastTrack: false, steps: {}, suspensions: [] };

/** The day a step was taken: the one it names, else that of the fact. */
const momentOf = ({ data, happenedOn, insertedOn }: Fact): Moment => ({
  on: textOf(data.on) || happenedOn,
  insertedOn,
});

function withStay(state: JourneyState, fact: Fact, change: (stay: Stay) => Stay): JourneyState {
  const stay = String(amount(fact.data.stay));
  return { ...state, stays: { ...state.stays, [stay]: change(state.stays[stay] ?? NEW_STAY) } };
}

function withRecognition(
  state: JourneyState,
  fact: Fact,
  change: (recognition: Recognition) => Recognition,
): JourneyState {
  const procedure = textOf(fact.data.procedure);
  return {
    ...state,
    recognitions: {
      ...state.recognitions,
      [procedure]: change(state.recognitions[procedure] ?? NEW_RECOGNITION),
    },
  };
}

function suspensionsAfter(
  { suspensions }: Recognition,
  step: string,
  on: string,
): Recognition['suspensions'] {
  const last = suspensions.at(-1);
  const isOpen = last !== undefined && last.to === undefined;
  if ((step === 'suspended' || step === 'documents-asked') && !isOpen) return [...suspensions, { from: on }];
  if ((step === 'resumed' || step === 'documents-given') && isOpen)
    return [...suspensions.slice(0, -1), { ...last, to: on }];
  return suspensions;
}

/** Title, recognition and language. */
export const AUTHORITY_FOLDS = {
  'choose-route': (state, fact) =>
    withStay(state, fact, (stay) => ({
      ...stay,
      route: {
        code: textOf(fact.data.route),
        ...(fact.data.variant === undefined ? {} : { variant: textOf(fact.data.variant) }),
        fastTrack: flag(fact.data.fastTrack),
        on: fact.happenedOn,
      },
    })),
  'record-title-step': (state, fact) =>
    withStay(state, fact, (stay) => ({
      ...stay,
      steps: { ...stay.steps, [textOf(fact.data.step)]: momentOf(fact) },
    })),
  'confirm-deemed-consent': (state, fact) =>
    withStay(state, fact, (stay) => ({ ...stay, consentDeemedOn: fact.happenedOn })),
  'refuse-title': (state, fact) =>
    withStay(state, fact, (stay) => ({
      ...stay,
      refusal: {
        on: fact.happenedOn,
        insertedOn: fact.insertedOn,
        ground: textOf(fact.data.ground),
        notifiedOn: textOf(fact.data.notifiedOn) || fact.happenedOn,
        remediesInstruction: flag(fact.data.remediesInstruction),
      },
    })),
  'file-title': (state, fact) =>
    withStay(state, fact, (stay) => ({ ...stay, renewalFiledOn: momentOf(fact).on })),
  'end-title': (state, fact) => withStay(state, fact, (stay) => ({ ...stay, endedOn: momentOf(fact).on })),
  'record-recognition-step': (state, fact) =>
    withRecognition(state, fact, (recognition) => {
      const step = textOf(fact.data.step);
      const moment = momentOf(fact);
      return {
        ...recognition,
        kind: textOf(fact.data.kind) || recognition.kind,
        fastTrack: fact.data.fastTrack === undefined ? recognition.fastTrack : flag(fact.data.fastTrack),
        steps: { ...recognition.steps, [step]: moment },
        suspensions: suspensionsAfter(recognition, step, moment.on),
      };
    }),
  'decide-recognition': (state, fact) =>
    withRecognition(state, fact, (recognition) => ({ ...recognition, result: textOf(fact.data.result) })),
  'record-degree': (state, { data }) => ({ ...state, degreeOn: textOf(data.degreeOn) }),
  'plan-language': (state, { data }) => ({
    ...state,
    language: {
      ...state.language,
      target: { level: textOf(data.level), ...(data.by === undefined ? {} : { by: textOf(data.by) }) },
    },
  }),
  'book-exam': (state, { data, insertedOn }) => ({
    ...state,
    language: {
      ...state.language,
      exams: {
        ...state.language.exams,
        [textOf(data.exam)]: { level: textOf(data.level), on: { on: textOf(data.on), insertedOn } },
      },
    },
  }),
  'record-exam': (state, { data }) => {
    const booked = state.language.exams[textOf(data.exam)];
    if (booked === undefined) return state;
    const result = { attempt: amount(data.attempt), result: textOf(data.result) };
    const certificate = data.certificateOn === undefined ? {} : { certificateOn: textOf(data.certificateOn) };
    return {
      ...state,
      language: {
        ...state.language,
        exams: { ...state.language.exams, [textOf(data.exam)]: { ...booked, ...result, ...certificate } },
      },
    };
  },
} satisfies Record<string, Fold>;
