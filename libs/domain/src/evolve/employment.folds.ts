import { textOf } from '../json';
import { amount, flag, texts, withContract, type Fold } from './read';

const settles =
  (code: string): Fold =>
  (state, { happenedOn }) => ({ ...state, settled: { ...state.settled, [code]: happenedOn } });

/** Work, settling and integration. */
export const EMPLOYMENT_FOLDS = {
  'amend-contract': (state, fact) =>
    withContract(state, fact, ({ fixedExtrasEur, ...contract }) => ({
      ...contract,
      monthlyGrossEur:
        fact.data.monthlyGrossEur === undefined
          ? contract.monthlyGrossEur
          : amount(fact.data.monthlyGrossEur),
      hoursPerWeek:
        fact.data.hoursPerWeek === undefined ? contract.hoursPerWeek : amount(fact.data.hoursPerWeek),
      startsOn: fact.data.startsOn === undefined ? contract.startsOn : textOf(fact.data.startsOn),
      ...(fact.data.fixedExtrasEur === undefined
        ? fixedExtrasEur === undefined
          ? {}
          : { fixedExtrasEur }
        : { fixedExtrasEur: amount(fact.data.fixedExtrasEur) }),
      amendedOn: fact.happenedOn,
      signatures: {},
    })),
  'start-work': (state, { data, insertedOn }) => {
    const contract = state.contracts[textOf(data.contract)];
    if (contract === undefined) return state;
    const started = { on: textOf(data.on), insertedOn };
    return {
      ...state,
      employments: [...state.employments, { contract: contract.id, company: contract.company, started }],
    };
  },
  'end-employment': (state, { data, happenedOn, insertedOn }) => ({
    ...state,
    employments: state.employments.map((employment) =>
      employment.contract === data.contract && employment.ended === undefined
        ? {
            ...employment,
            ended: { on: happenedOn, insertedOn, how: textOf(data.how), lastDay: textOf(data.lastDay) },
          }
        : employment,
    ),
  }),
  'record-registration': settles('registration'),
  'record-bank': settles('bank'),
  'record-notice': (state, fact) => settles(`notice:${textOf(fact.data.kind)}`)(state, fact),
  'record-title-copy': settles('title-copy'),
  'plan-integration': (state, { data, happenedOn, insertedOn }) => ({
    ...state,
    integration: { ...state.integration, plan: { on: happenedOn, insertedOn, mentor: textOf(data.mentor) } },
  }),
  'check-in': (state, { data, happenedOn, insertedOn, by }) => ({
    ...state,
    integration: {
      ...state.integration,
      checkIns: [
        ...state.integration.checkIns,
        {
          period: textOf(data.period),
          on: happenedOn,
          insertedOn,
          risk: textOf(data.raisedRisk) || textOf(data.risk),
          needs: texts(data.needs),
          role: by.role,
        },
      ],
    },
  }),
  'close-integration': (state, { happenedOn }) => ({
    ...state,
    integration: { ...state.integration, closedOn: happenedOn },
  }),
  'record-retention': (state, { data }) => ({
    ...state,
    retention: {
      ...state.retention,
      [textOf(data.period)]: {
        sameCompany: flag(data.sameCompany),
        sameRegion: flag(data.sameRegion),
        inGermany: flag(data.inGermany),
      },
    },
  }),
} satisfies Record<string, Fold>;
