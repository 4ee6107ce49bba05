import type { Day } from '../day';
import { lastDayOfMonths, packOn } from '../packs/pack-on';
import type { Contract, JourneyState, Title } from '../state';
import type { Guard, Judgement, Missing } from './guard';
import { concludedAbroad } from './abroad';
import { concludedOn, payFloorOn, yearlyPay } from './pay';
import { currentPlacement } from './placement-choice';

const covers = (title: Title, judged: Judgement): boolean => {
  // Before day one the agreed first day counts, so that nobody is asked for a title that begins in time.
  const placement = currentPlacement(judged.state);
  const start = placement?.startedOn ?? placement?.from ?? judged.day;
  const months = packOn(judged.day).pack.maximumMonths[title.route];
  const withinCap = months === undefined || title.validTo <= lastDayOfMonths(title.validFrom, months);
  return title.validFrom <= start && start <= title.validTo && withinCap;
};

const entered = (state: JourneyState, stay: string): boolean => state.entries[stay] !== undefined;
const valid = ({ declinedOn, retractedOn, withdrawnOn }: Contract): boolean =>
  (declinedOn ?? retractedOn ?? withdrawnOn) === undefined;
const concluded = (state: JourneyState): readonly Contract[] =>
  Object.values(state.contracts).filter((contract) => valid(contract) && concludedOn(contract) !== undefined);

/** The law of the day of signature decides, so a later rise leaves a signed contract valid. */
function underpaid({ state, day }: Judgement): readonly Missing[] {
  const contracts = concluded(state);
  const short = contracts.flatMap((contract) => {
    const floor = payFloorOn(state, concludedOn(contract) ?? day);
    return floor === undefined || yearlyPay(contract) >= floor.yearlyEur
      ? []
      : [
          {
            item: contract.id,
            text: `Pay of at least ${floor.yearlyEur} € a year in contract ${contract.id}, which pays ${yearlyPay(contract)} € (${floor.text}, ${floor.source})`,
          },
        ];
  });
  return contracts.length > 0 && short.length === contracts.length ? short : [];
}

/** The first title may go on by filing in time (§ 81(4) AufenthG): then no second entry is needed. */
const renewed = (state: JourneyState): boolean =>
  state.titles.some(
    ({ stay, validTo }) => stay === 1 && (state.stays['1']?.renewalFiledOn ?? '9999') <= validTo,
  );

/** Work needs a title of the second stay that is valid on the day; filed for in time it goes on (§ 81(4) AufenthG). */
export const coversWork = ({ titles, stays }: JourneyState, on: Day): boolean =>
  titles.some(({ stay, validFrom, validTo }) => {
    const { renewalFiledOn = '9999', endedOn = '9999' } = stays[String(stay)] ?? {};
    return stay >= 2 && validFrom <= on && on <= endedOn && (on <= validTo || renewalFiledOn <= validTo);
  });

const settled =
  (code: string): Guard['check'] =>
  ({ state }) =>
    state.settled[code] !== undefined;

/** Guards of title, entry, contract and employment (domain.md §3.5: INT, RET, VIS, ARR, EMP, FUP, DONE). */
export const STAY_GUARDS: readonly Guard[] = [
  {
    code: 'title-granted',
    who: ['coordinator'],
    metBy: ['grant-title'],
    text: "A title that is valid on the start day and within its route's longest stay",
    check: (judged) => judged.state.titles.some((title) => covers(title, judged)),
  },
  {
    code: 'insured',
    who: ['coordinator'],
    metBy: ['record-insurance'],
    text: 'The health insurance',
    check: ({ state }) => state.insuredFrom !== undefined,
  },
  {
    code: 'housed',
    who: ['coordinator'],
    metBy: ['record-housing'],
    text: 'The first housing',
    check: ({ state }) => state.housedOn !== undefined,
  },
  {
    code: 'studies-stated',
    who: ['candidate'],
    metBy: ['leave-for-studies'],
    text: 'Whether the candidate leaves or stays for the studies, and the expected degree day',
    check: ({ state }) => state.studies !== undefined,
  },
  {
    code: 'contract-signed',
    who: ['company', 'candidate'],
    metBy: ['sign-contract'],
    text: 'One contract signed by company and candidate',
    check: ({ state }) => concluded(state).length > 0,
  },
  {
    code: 'route-chosen',
    who: ['coordinator'],
    metBy: ['choose-route'],
    text: 'The route of the second stay',
    check: ({ state }) => state.stays['2']?.route !== undefined,
  },
  {
    code: 'pay-floor',
    who: ['company'],
    metBy: ['choose-route'],
    text: 'Pay at or above the floor of the chosen route',
    check: underpaid,
  },
  {
    code: 'degree-or-recognition',
    who: ['university', 'coordinator'],
    metBy: ['record-degree', 'decide-recognition'],
    text: 'The degree or the recognition',
    check: ({ state }) =>
      state.degreeOn !== undefined ||
      Object.values(state.recognitions).some(
        ({ result }) =>
          result === 'full' ||
          result === 'comparable' ||
          (result === 'partial' && state.stays['2']?.route?.code === '16d'),
      ),
  },
  {
    code: 'no-fees-stated-again',
    who: ['candidate'],
    metBy: ['state-no-fees'],
    text: 'The second statement that no fees were paid',
    check: ({ state: { fairness } }) =>
      fairness.noFees.visa === true &&
      Object.values(fairness.costs).every(
        ({ payer, repaidOn }) => payer !== 'candidate' || repaidOn !== undefined,
      ),
  },
  {
    code: 'second-title-granted',
    who: ['coordinator'],
    metBy: ['grant-title'],
    text: 'The title of the second stay',
    check: ({ state }) => renewed(state) || state.titles.some(({ stay }) => stay === 2),
  },
  {
    code: 'second-entry',
    who: ['candidate'],
    metBy: ['arrive'],
    text: 'The entry for the second stay',
    check: ({ state }) => renewed(state) || entered(state, '2'),
  },
  {
    code: 'registered',
    who: ['candidate', 'municipality'],
    metBy: ['record-registration'],
    text: 'The registration of the residence',
    check: settled('registration'),
  },
  {
    code: 'bank-account',
    who: ['candidate'],
    metBy: ['record-bank'],
    text: 'The bank account',
    check: settled('bank'),
  },
  {
    code: 'work-started',
    who: ['company'],
    metBy: ['start-work'],
    text: 'The first working day',
    check: ({ state }) => state.employments.some(({ ended }) => ended === undefined),
  },
  {
    code: 'title-covers-job',
    who: ['coordinator'],
    metBy: ['grant-title'],
    text: 'A title of the second stay that is valid on the day',
    check: ({ state, day }) => coversWork(state, day),
  },
  {
    code: 'advice-notice',
    who: ['company'],
    metBy: ['record-notice'],
    text: 'The notice of free advice to a worker recruited abroad (§ 45c AufenthG)',
    check: ({ state }) =>
      state.settled['notice:free-advice'] !== undefined || concludedAbroad(state).length === 0,
  },
  {
    code: 'title-copy-kept',
    who: ['company'],
    metBy: ['record-title-copy'],
    text: "The employer's copy of the title",
    check: settled('title-copy'),
  },
  {
    code: 'integration-planned',
    who: ['mentor'],
    metBy: ['plan-integration'],
    text: 'The integration plan with a mentor',
    check: ({ state }) => state.integration.plan !== undefined,
  },
  {
    code: 'retention-shown',
    who: ['company', 'coordinator'],
    metBy: ['record-retention'],
    text: 'Twelve months of employment',
    check: ({ state }) => state.retention.P12M?.inGermany === true,
  },
];
