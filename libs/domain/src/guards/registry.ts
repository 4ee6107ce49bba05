import { AXIS_GUARDS } from './axis.guards';
import { COMMITMENT_GUARDS } from './commitment.guards';
import type { Guard } from './guard';
import { PLACEMENT_GUARDS } from './placement.guards';
import { SELECTION_GUARDS } from './selection.guards';
import { STAY_GUARDS } from './stay.guards';
import { STEP_GUARDS } from './step.guards';

const ALL: readonly Guard[] = [
  ...SELECTION_GUARDS,
  ...COMMITMENT_GUARDS,
  ...PLACEMENT_GUARDS,
  ...STAY_GUARDS,
  ...STEP_GUARDS,
  ...AXIS_GUARDS,
];

/** Every guard by its code: stages and commands name them, so that template and code cannot drift apart unseen. */
export const GUARDS: ReadonlyMap<string, Guard> = new Map(ALL.map((guard) => [guard.code, guard]));

/** The guards of these codes, in order. @throws RangeError for a code nobody defined: a fault of data. */
export const guardsOf = (codes: readonly string[]): readonly Guard[] =>
  codes.map((code) => {
    const guard = GUARDS.get(code);
    if (guard === undefined) throw new RangeError(`No guard has the code ${code}`);
    return guard;
  });

/** Guards that read what the command itself carries: they say nothing before it is there. */
export const READS_DATA: ReadonlySet<string> = new Set([
  'agreement-in-force',
  'adult',
  'no-open-journey',
  'consent-given',
  'consent-version-listed',
  'assessor-once',
  'text-approved',
  'text-as-issued',
  'no-fees-paid',
  'approved-by-second-person',
  'within-full-time',
  'days-in-order',
  'last-day-after-start',
  'month-of-stay',
  'month-begun',
  'planned-days',
  'month-unconfirmed',
  'month-confirmed',
  'start-or-no-show',
  'party-not-signed',
  'offer-ahead',
  'offer-valid',
  'party-not-evaluated',
  'party-is-actor',
  'id-free',
  'company-kind',
  'university-kind',
  'arrival-meant',
  'amendment-new',
  'amendment-in-order',
  'agency-clock-ended',
  'title-of-stay',
  'filed-in-time',
  'exam-booked',
  'title-covers-first-day',
  'retention-period-over',
  'cost-new',
  'cost-recorded',
  'complaint-filed',
  'stage-reached-before',
  'clock-runs',
  'clock-stopped',
  'stated-day-past',
  'template-published',
  'stage-of-target',
]);
