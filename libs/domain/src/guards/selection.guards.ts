import { isWithdrawn, purposeOf } from '../consents';
import { textOf } from '../json';
import { addDays, isDay, type Day } from '../day';
import type { Guard, Judgement } from './guard';

const listed = (days: { readonly from: Day; readonly to?: Day } | undefined, day: Day): boolean =>
  days !== undefined && days.from <= day && (days.to === undefined || day <= days.to);

/** The day somebody reaches an age; born on 29 February the age is complete with 28 February (§ 188(2) BGB). */
function ageReachedOn(bornOn: Day, years: number): Day {
  const year = String(Number(bornOn.slice(0, 4)) + years).padStart(4, '0');
  const birthday = `${year}${bornOn.slice(4)}`;
  return isDay(birthday) ? birthday : addDays(`${year}-02-28`, 1);
}

const agreementInForce = ({ context: { agreement }, command, day }: Judgement): boolean =>
  agreement !== undefined &&
  agreement.organisation === command?.data.university &&
  agreement.programme === command?.data.programme &&
  listed({ from: textOf(agreement.from), to: textOf(agreement.to) }, day);

const agreementText = ({ context: { agreement }, command }: Judgement): string =>
  agreement === undefined
    ? 'An agreement of this university and programme that is in force on the day'
    : `An agreement of ${textOf(command?.data.university)} with programme ${textOf(command?.data.programme)} that is in force on the day: ` +
      `${textOf(command?.data.agreement)} is with ${textOf(agreement.organisation)} from ${textOf(agreement.from)} to ${textOf(agreement.to)}`;

/** Guards of nomination and selection (domain.md §3.5: NOM, SEL). */
export const SELECTION_GUARDS: readonly Guard[] = [
  {
    code: 'agreement-in-force',
    who: ['university', 'coordinator'],
    metBy: [],
    text: 'An agreement of this university and programme that is in force on the day',
    check: (judged) => agreementInForce(judged) || [{ item: '', text: agreementText(judged) }],
  },
  {
    code: 'adult',
    who: ['university'],
    metBy: [],
    text: 'The person must have come of age by that day',
    check: ({ context: { bornOn, template }, day }) =>
      bornOn !== undefined && ageReachedOn(bornOn, template.adultAge) <= day,
  },
  {
    code: 'no-open-journey',
    who: ['coordinator'],
    metBy: ['close', 'void'],
    text: 'No other open journey of this person in the programme',
    check: ({ context: { openJourney } }) =>
      openJourney === undefined || [
        { item: '', text: `Journey ${openJourney} of this person in the programme must be over first` },
      ],
  },
  {
    code: 'consent-version-listed',
    who: ['coordinator'],
    metBy: [],
    text: 'A consentVersion that the template lists for the purpose and the day',
    check: ({ context: { template }, command, day }) =>
      listed(
        template.consents.find(
          ({ version, purpose = 'participation' }) =>
            version === command?.data.consentVersion && purpose === purposeOf(command.data),
        ),
        day,
      ),
  },
  {
    code: 'consent-current',
    who: ['candidate'],
    metBy: ['give-consent'],
    text: "The candidate's consent in a version that is valid on the day",
    check: ({ state, context: { template }, day }) =>
      listed(
        template.consents.find(({ version }) => version === state.consents.participation?.version),
        day,
      ),
  },
  {
    code: 'participation-not-withdrawn',
    who: ['candidate'],
    metBy: ['give-consent'],
    text: 'The candidate withdrew the consent to take part; unless it is given again, close the journey',
    check: ({ state }) => !isWithdrawn(state, 'participation'),
  },
  {
    code: 'sharing-not-withdrawn',
    who: ['candidate'],
    metBy: ['give-consent'],
    text: 'The candidate withdrew the consent to be shown to companies (purpose company-sharing, or participation)',
    check: ({ state }) => !isWithdrawn(state, 'company-sharing'),
  },
  {
    code: 'assessor-once',
    who: ['coordinator'],
    metBy: ['correct'],
    text: 'Each assessor scores once; a wrong score is corrected',
    check: ({ state, command }) => !state.scores.some(({ assessor }) => assessor === command?.data.assessor),
  },
  {
    code: 'two-scorecards',
    who: ['assessor'],
    metBy: ['score'],
    text: 'Scorecards of two assessors without a conflict of interest',
    check: ({ state, context: { template } }) =>
      new Set(state.scores.filter((card) => !card.conflictOfInterest).map(({ assessor }) => assessor)).size >=
      template.scorecards,
  },
  {
    code: 'selection-undecided',
    who: ['coordinator'],
    metBy: ['correct'],
    text: 'The selection is decided already; a wrong decision is corrected',
    check: ({ state }) => state.selection === undefined || state.selection === 'waiting-list',
  },
  {
    code: 'selection-decided',
    who: ['coordinator'],
    metBy: ['decide-selection'],
    text: 'The decision that the candidate is selected',
    check: ({ state }) => state.selection === 'selected',
  },
];
