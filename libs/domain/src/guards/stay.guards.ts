import { lastDayOfMonths, packOn } from '../packs/pack-on';
import type { JourneyState, Title } from '../state';
import type { Guard, Judgement } from './guard';
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
/** § 45c AufenthG is in force from this day. */
const NOTICE_FROM = '2026-01-01';
const concludedAbroad = (state: JourneyState): boolean =>
  Object.values(state.contracts).some(({ signatures: { company, candidate } }) => {
    const last =
      company !== undefined && candidate !== undefined ? [company, candidate].sort().at(-1) : undefined;
    return last !== undefined && last <= (state.entries['2'] ?? last);
  });

/** Met by commands that a later version takes: until then nothing can meet it. */
const notYet = (): boolean => false;

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
    check: ({ state }) =>
      Object.values(state.contracts).some(
        ({ signatures, declinedOn, retractedOn, withdrawnOn }) =>
          signatures.company !== undefined &&
          signatures.candidate !== undefined &&
          (declinedOn ?? retractedOn ?? withdrawnOn) === undefined,
      ),
  },
  {
    code: 'route-chosen',
    who: ['coordinator'],
    metBy: ['choose-route'],
    text: 'The route of the second stay',
    check: notYet,
  },
  {
    code: 'pay-floor',
    who: ['company'],
    metBy: ['choose-route'],
    text: 'Pay at or above the floor of the chosen route',
    check: notYet,
  },
  {
    code: 'degree-or-recognition',
    who: ['university', 'coordinator'],
    metBy: ['record-degree', 'decide-recognition'],
    text: 'The degree or the recognition',
    check: notYet,
  },
  {
    code: 'no-fees-stated-again',
    who: ['candidate'],
    metBy: ['state-no-fees'],
    text: 'The second statement that no fees were paid',
    check: notYet,
  },
  {
    code: 'second-title-granted',
    who: ['coordinator'],
    metBy: ['grant-title'],
    text: 'The title of the second stay',
    check: ({ state }) => state.titles.some(({ stay }) => stay === 2),
  },
  {
    code: 'second-entry',
    who: ['candidate'],
    metBy: ['arrive'],
    text: 'The entry for the second stay',
    check: ({ state }) => entered(state, '2'),
  },
  {
    code: 'registered',
    who: ['candidate', 'municipality'],
    metBy: ['record-registration'],
    text: 'The registration of the residence',
    check: notYet,
  },
  {
    code: 'bank-account',
    who: ['candidate'],
    metBy: ['record-bank'],
    text: 'The bank account',
    check: notYet,
  },
  {
    code: 'work-started',
    who: ['company'],
    metBy: ['start-work'],
    text: 'The first working day',
    check: notYet,
  },
  {
    code: 'title-covers-job',
    who: ['coordinator'],
    metBy: ['grant-title'],
    text: 'A title of the second stay that is valid on the day',
    check: ({ state, day }) =>
      state.titles.some(({ stay, validFrom, validTo }) => stay === 2 && validFrom <= day && day <= validTo),
  },
  {
    code: 'advice-notice',
    who: ['company'],
    metBy: ['record-notice'],
    text: 'The notice of free advice to a worker recruited abroad (§ 45c AufenthG)',
    check: ({ state, day }) => day < NOTICE_FROM || !concludedAbroad(state),
  },
  {
    code: 'title-copy-kept',
    who: ['company'],
    metBy: ['record-title-copy'],
    text: "The employer's copy of the title",
    check: notYet,
  },
  {
    code: 'integration-planned',
    who: ['mentor'],
    metBy: ['plan-integration'],
    text: 'The integration plan with a mentor',
    check: notYet,
  },
  {
    code: 'retention-shown',
    who: ['company', 'coordinator'],
    metBy: ['record-retention'],
    text: 'Twelve months of employment',
    check: notYet,
  },
];
