import { isGiven, purposeOf } from '../consents';
import { addDuration, isWeekday, laterOf, nextWorkingDay, type Day } from '../day';
import { textOf } from '../json';
import { clocks } from '../clocks/clocks';
import { stands } from '../clocks/moment';
import { packOn } from '../packs/pack-on';
import type { Role } from '../roles';
import type { DeclaredCommand } from '../vocabulary';
import type { Guard, Judgement } from './guard';
import { payFloorOn, yearlyPay } from './pay';
import { coversWork } from './stay.guards';

const axis = (
  code: string,
  who: readonly Role[],
  metBy: readonly DeclaredCommand[],
  text: string,
  check: Guard['check'],
): Guard => ({ code, who, metBy, text, check });

const stayOf = ({ command }: Judgement): string => String(command?.data.stay as number);
const dataDay = ({ command, day }: Judgement, name: string): Day => textOf(command?.data[name]) || day;
const titleOfStay = (judged: Judgement): boolean =>
  judged.state.titles.some(({ stay }) => String(stay) === stayOf(judged));

/** Fields that say when something was: never after the day it is told (domain.md, rule 2). */
const STATED_DAYS = ['on', 'notifiedOn', 'degreeOn', 'certificateOn', 'talkOn'];

/** The agency's own time is over and nobody asked or answered: only then may consent be taken as given (rule 6). */
function agencyClockEnded(judged: Judgement): boolean {
  const stay = judged.state.stays[stayOf(judged)];
  const asked = stay?.steps['agency-asked'];
  if (stay === undefined || asked === undefined) return false;
  const answered = ['agency-query', 'agency-consented', 'agency-refused'].some(
    (step) => (stay.steps[step]?.on ?? '') >= asked.on,
  );
  const clock = packOn(asked.on).pack.clocks.find(({ anchor }) => anchor === 'agency-asked');
  if (answered || clock === undefined) return false;
  const { after, fast = after } = clock;
  const end = addDuration(asked.on, stay.route?.fastTrack === true ? fast : after);
  const { extendedTo = '' } = judged.state.adjustments[`${clock.code}.${stayOf(judged)}`] ?? {};
  return judged.day > laterOf(nextWorkingDay(end, judged.context.isWorkingDay ?? isWeekday), extendedTo);
}

/** Before a migration the journey stood in a stage that its template of today may not have. */
const clockRuns = ({ state, context, command }: Judgement): boolean =>
  context.template.stages.some(({ code }) => code === state.stage.code) &&
  clocks(state, context.template, context.isWorkingDay).some(
    ({ code }) => code === textOf(command?.data.clock),
  );

const firstWorkOn = ({ state }: Judgement): Day | undefined =>
  state.employments.map(({ started }) => started.on).sort()[0];

/** What steps beside the stage ask for (domain.md §3.5, axes; §3.6). */
export const AXIS_GUARDS: readonly Guard[] = [
  axis(
    'consent-given',
    ['candidate'],
    ['give-consent'],
    'A consent of that purpose to withdraw',
    ({ state, command }) => isGiven(state, purposeOf(command?.data ?? {})),
  ),
  axis(
    'nomination-standing',
    ['university'],
    ['nominate'],
    'A nomination that is not cancelled',
    ({ state }) => state.nomination.status !== 'cancelled',
  ),
  axis(
    'nomination-answered',
    ['coordinator'],
    ['answer-nomination'],
    'An answer to the nomination',
    ({ state }) => !['sent', 'resent'].includes(state.nomination.status),
  ),
  axis(
    'not-selected',
    ['candidate', 'coordinator'],
    ['withdraw', 'close'],
    'The candidate is selected already; the journey is withdrawn from or closed',
    ({ state }) => state.selection !== 'selected',
  ),
  axis(
    'amendment-new',
    ['coordinator'],
    [],
    'An amendment id that the placement does not have yet',
    ({ placement, command }) => {
      const id = textOf(command?.data.amendment);
      return placement?.pending?.amendment !== id && placement?.amendments?.includes(id) !== true;
    },
  ),
  axis(
    'amendment-in-order',
    ['coordinator'],
    [],
    'The first day may not lie after the last',
    ({ placement, command }) =>
      (textOf(command?.data.from) || (placement?.from ?? '')) <=
      (textOf(command?.data.to) || (placement?.to ?? '')),
  ),
  axis(
    'agency-clock-ended',
    ['coordinator'],
    ['record-title-step'],
    "The end of the agency's time without a query or an answer",
    agencyClockEnded,
  ),
  axis('title-of-stay', ['coordinator'], ['grant-title'], 'A granted title of the stay', titleOfStay),
  axis(
    'filed-in-time',
    ['candidate', 'coordinator'],
    ['grant-title'],
    'Filing before the title ends; afterwards a new title is needed',
    (judged) =>
      judged.state.titles.some(
        ({ stay, validTo }) => String(stay) === stayOf(judged) && dataDay(judged, 'on') <= validTo,
      ),
  ),
  axis(
    'exam-booked',
    ['coordinator', 'candidate'],
    ['book-exam'],
    'The booking of the exam',
    ({ state, command }) => state.language.exams[textOf(command?.data.exam)] !== undefined,
  ),
  axis(
    'contract-pay-floor',
    ['company'],
    ['amend-contract', 'choose-route'],
    'Pay at or above the floor of the chosen route',
    ({ state, contract, day }) => {
      const floor = contract === undefined ? undefined : payFloorOn(state, day);
      if (contract === undefined || floor === undefined || yearlyPay(contract) >= floor.yearlyEur)
        return true;
      return [
        {
          item: '',
          text: `Pay of at least ${floor.yearlyEur} € a year; contract ${contract.id} pays ${yearlyPay(contract)} € (${floor.text}, ${floor.source})`,
        },
      ];
    },
  ),
  axis(
    'contract-concluded',
    ['company', 'candidate'],
    ['sign-contract'],
    'A contract that both have signed',
    ({ contract }) =>
      contract?.signatures.company !== undefined && contract.signatures.candidate !== undefined,
  ),
  axis('in-work', ['company'], ['start-work'], 'Work under this contract', ({ state, contract }) =>
    state.employments.some(
      (employment) => employment.contract === contract?.id && employment.ended === undefined,
    ),
  ),
  axis(
    'not-in-work',
    ['company', 'coordinator'],
    ['end-employment'],
    'The end of the employment before',
    ({ state }) => state.employments.every(({ ended }) => ended !== undefined),
  ),
  axis(
    'title-covers-first-day',
    ['coordinator'],
    ['grant-title', 'file-title'],
    'A title that is valid on the first working day',
    (judged) => coversWork(judged.state, dataDay(judged, 'on')),
  ),
  axis(
    'retention-period-over',
    ['company', 'coordinator'],
    ['start-work'],
    'The period since the first working day',
    (judged) => {
      const first = firstWorkOn(judged);
      return first !== undefined && addDuration(first, textOf(judged.command?.data.period)) <= judged.day;
    },
  ),
  axis(
    'cost-new',
    ['coordinator'],
    ['correct'],
    'A cost id that is not recorded yet',
    ({ state, command }) => state.fairness.costs[textOf(command?.data.cost)] === undefined,
  ),
  axis(
    'cost-recorded',
    ['coordinator', 'candidate'],
    ['record-cost'],
    'The cost',
    ({ state, command }) => state.fairness.costs[textOf(command?.data.cost)] !== undefined,
  ),
  axis(
    'complaint-filed',
    ['candidate'],
    ['complain'],
    'The complaint',
    ({ state, command }) => state.fairness.complaints[textOf(command?.data.complaint)] !== undefined,
  ),
  axis(
    'journey-open',
    ['coordinator'],
    ['resume'],
    'A journey that is open',
    ({ state }) => state.status.code === 'open',
  ),
  axis(
    'journey-on-hold',
    ['coordinator'],
    ['hold'],
    'A journey on hold',
    ({ state }) => state.status.code === 'on-hold',
  ),
  axis(
    'stage-reached-before',
    ['coordinator'],
    ['advance'],
    'A stage that the journey has been in before',
    ({ state, context, command }) => {
      const to = textOf(command?.data.to);
      const stands = context.template.stages.some(({ code }) => code === to);
      return stands && to !== state.stage.code && state.entered[to] !== undefined;
    },
  ),
  axis(
    'template-published',
    ['administrator'],
    [],
    'A published template',
    ({ context }) => context.targetTemplate !== undefined,
  ),
  axis(
    'stage-of-target',
    ['coordinator'],
    [],
    'A stage of the new template',
    ({ context, command }) =>
      context.targetTemplate?.stages.some(({ code }) => code === command?.data.stage) === true,
  ),
  axis('clock-runs', ['coordinator'], [], 'A clock of that code that runs', clockRuns),
  axis(
    'stated-day-past',
    ['coordinator'],
    [],
    'A day that is not later than the command',
    ({ command, day }) => STATED_DAYS.every((name) => textOf(command?.data[name]) <= day),
  ),
  axis(
    'clock-stopped',
    ['coordinator'],
    ['stop-clock'],
    'A clock of that code that somebody stopped',
    ({ state, command }) => stands(state.adjustments[textOf(command?.data.clock)]?.stops ?? []),
  ),
];
