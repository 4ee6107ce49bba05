import type { Moment, Stay } from '../axes';
import { concludedAbroad } from '../guards/abroad';
import { endedPlacements } from '../guards/placement-choice';
import type { PackAnchor } from '../packs/rule-pack';
import type { JourneyState } from '../state';
import { isUnanswered } from './offers';
import type { Anchored } from './moment';

const stays = (state: JourneyState): [string, Stay][] => Object.entries(state.stays);
const grantedFor = (state: JourneyState, stay: string): boolean =>
  state.titles.some((title) => String(title.stay) === stay);

/** A step runs until one of the later ones; a step taken again runs anew. */
const runs = (
  steps: Readonly<Record<string, Moment>>,
  step: string,
  ends: readonly string[],
): Moment | undefined => {
  const moment = steps[step];
  return moment === undefined || ends.some((end) => (steps[end]?.on ?? '') >= moment.on) ? undefined : moment;
};

const titleStep =
  (step: string, ends: readonly string[]): ((state: JourneyState) => Anchored[]) =>
  (state) =>
    stays(state).flatMap(([of, stay]) => {
      const moment = runs(stay.steps, step, ends);
      const over =
        grantedFor(state, of) ||
        (stay.refusal !== undefined && moment !== undefined && stay.refusal.on >= moment.on);
      return moment === undefined || over ? [] : [{ ...moment, of, fast: stay.route?.fastTrack ?? false }];
    });

const refused =
  (withInstruction: boolean): ((state: JourneyState) => Anchored[]) =>
  (state) =>
    stays(state).flatMap(([of, { refusal, steps }]) => {
      if (refusal === undefined || refusal.remediesInstruction !== withInstruction || grantedFor(state, of))
        return [];
      const answered = ['suit-filed', 'refiled'].some(
        (step) => (steps[step]?.on ?? '') >= refusal.notifiedOn,
      );
      return answered ? [] : [{ on: refusal.notifiedOn, insertedOn: refusal.insertedOn, of }];
    });

const recognition =
  (kinds: readonly string[], step: string, ends: readonly string[]): ((state: JourneyState) => Anchored[]) =>
  ({ recognitions }) =>
    Object.entries(recognitions).flatMap(([of, { kind, steps, fastTrack, suspensions, result }]) => {
      const moment = result === undefined && kinds.includes(kind) ? runs(steps, step, ends) : undefined;
      return moment === undefined ? [] : [{ ...moment, of, fast: fastTrack, stood: suspensions }];
    });

/** For a Blue Card the statement comes sooner. */
const degreeStatement =
  (forBlueCard: boolean): ((state: JourneyState) => Anchored[]) =>
  (state) =>
    (state.stays['2']?.route?.code === '18g') === forBlueCard
      ? recognition(['degree-statement'], 'filed', [])(state)
      : [];

/** Once the journey is closed, the title of somebody who never came is nobody's concern any more. */
function titleEnds(state: JourneyState): Anchored[] {
  const last = state.titles.reduce<(typeof state.titles)[number] | undefined>(
    (latest, title) => (latest === undefined || title.validTo >= latest.validTo ? title : latest),
    undefined,
  );
  const closed = state.status.code === 'closed';
  if (last === undefined || (closed && state.lastArrival === undefined)) return [];
  const { renewalFiledOn, endedOn } = state.stays[String(last.stay)] ?? {};
  return (renewalFiledOn ?? endedOn) !== undefined
    ? []
    : [{ on: last.validTo, insertedOn: last.insertedOn, of: String(last.stay) }];
}

/** Employments that ended before their day, which nobody has reported yet: how they end with it is no early end. */
function endedEarly({ employments, settled }: JourneyState): Anchored[] {
  const reported = settled['notice:early-end'] ?? '';
  return employments.flatMap(({ contract, ended }) =>
    ended === undefined || ended.how === 'expired' || reported >= ended.on
      ? []
      : [{ on: ended.on, insertedOn: ended.insertedOn, of: contract }],
  );
}

const arrived = ({ lastArrival, settled }: JourneyState): Anchored[] =>
  lastArrival === undefined || (settled.registration ?? '') >= lastArrival.on ? [] : [lastArrival];

function unresponsive({ contacts, holds }: JourneyState): Anchored[] {
  const silent = contacts.slice(contacts.findLastIndex(({ result }) => result === 'reached') + 1);
  const third = silent[2];
  const channels = new Set(silent.map(({ channel }) => channel));
  const held = third !== undefined && holds.some(({ from }) => from >= third.on);
  return third === undefined || channels.size < 2 || held
    ? []
    : [{ on: third.on, insertedOn: third.insertedOn }];
}

function held({ status, holds, contacts }: JourneyState, of: 'review' | 'contact'): Anchored[] {
  const hold = holds.at(-1);
  if (status.code !== 'on-hold' || hold === undefined || hold.to !== undefined) return [];
  if (of === 'review')
    return hold.reviewOn === undefined ? [] : [{ on: hold.reviewOn, insertedOn: status.insertedOn }];
  const silent = contacts.at(-1)?.result === 'not-reached';
  return silent ? [{ on: hold.from, insertedOn: status.insertedOn }] : [];
}

/** A filing is complete when it is made, made anew, or the information that was missing has come. */
const FILINGS = [
  titleStep('filed', ['information-asked', 'information-given', 'refiled']),
  titleStep('information-given', ['information-asked', 'filed', 'refiled']),
  titleStep('refiled', ['information-asked', 'information-given']),
];

/** Where each clock of law and practice starts, and that it no longer runs once what it waits for has come. */
export const PACK_ANCHORS: Readonly<Record<PackAnchor, (state: JourneyState) => readonly Anchored[]>> = {
  'pre-approval-shown': titleStep('pre-approval-shown', ['appointment-booked', 'filed']),
  'visa-filed': (state) => FILINGS.flatMap((filing) => filing(state)),
  'agency-asked': (state) =>
    titleStep('agency-asked', ['agency-query', 'agency-consented', 'agency-refused'])(state).filter(
      ({ of, on }) => (state.stays[of ?? '']?.consentDeemedOn ?? '') < on,
    ),
  'refused-with-instruction': refused(true),
  'refused-without-instruction': refused(false),
  'recognition-filed': recognition(['federal-law', 'state-law'], 'filed', ['receipt-confirmed', 'complete']),
  'recognition-complete': recognition(['federal-law'], 'complete', []),
  'state-law-recognition-complete': recognition(['state-law'], 'complete', []),
  'degree-statement-filed': degreeStatement(false),
  'blue-card-statement-filed': degreeStatement(true),
  arrived,
  'title-ends': titleEnds,
  'ended-early': endedEarly,
  'stay-ended': (state) =>
    endedPlacements(state)
      .slice(-1)
      .flatMap(({ ended }) =>
        ended === undefined ? [] : [{ on: ended.lastDay, insertedOn: ended.insertedOn }],
      ),
  rejected: ({ selection, selectedOn }) =>
    selection === 'rejected' && selectedOn !== undefined ? [selectedOn] : [],
  'work-agreed-abroad': (state) =>
    state.settled['notice:free-advice'] !== undefined
      ? []
      : concludedAbroad(state)
          .filter(({ id }) => !state.employments.some(({ contract }) => contract === id))
          .map(({ id, startsOn, signedInsertedOn = startsOn }) => ({
            on: startsOn,
            insertedOn: signedInsertedOn,
            of: id,
          })),
  'complaint-unacknowledged': ({ fairness: { complaints } }) =>
    Object.entries(complaints).flatMap(([of, { on, insertedOn, acknowledgedOn, answeredOn }]) =>
      (acknowledgedOn ?? answeredOn) === undefined ? [{ on, insertedOn, of }] : [],
    ),
  'complaint-unanswered': ({ fairness: { complaints } }) =>
    Object.entries(complaints).flatMap(([of, { on, insertedOn, answeredOn }]) =>
      answeredOn === undefined ? [{ on, insertedOn, of }] : [],
    ),
  'cost-of-candidate': ({ fairness: { costs } }) =>
    Object.entries(costs).flatMap(([of, { on, insertedOn, payer, repaidOn }]) =>
      payer === 'candidate' && repaidOn === undefined ? [{ on, insertedOn, of }] : [],
    ),
  unresponsive,
  'hold-reviewed': (state) => held(state, 'review'),
  'held-without-contact': (state) => held(state, 'contact'),
  'exam-taken': ({ language: { exams } }) =>
    Object.entries(exams).flatMap(([of, { on, result }]) => (result === undefined ? [{ ...on, of }] : [])),
  'no-fees-unstated': ({ employments, fairness: { noFees } }) =>
    noFees['follow-up'] !== undefined
      ? []
      : employments.filter(({ ended }) => ended === undefined).map(({ started }) => started),
  'offer-valid-until': ({ contracts }) =>
    Object.values(contracts)
      .filter(isUnanswered)
      .flatMap(({ id, offered }) =>
        offered?.validUntil === undefined
          ? []
          : [{ on: offered.validUntil, insertedOn: offered.insertedOn, of: id }],
      ),
  'risk-open': ({ integration: { checkIns, closedOn } }) => {
    const last = checkIns.at(-1);
    return last === undefined || last.risk === 'none' || closedOn !== undefined
      ? []
      : [{ on: last.on, insertedOn: last.insertedOn }];
  },
};
