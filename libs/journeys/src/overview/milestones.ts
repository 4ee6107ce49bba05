import type { Day, JourneyState, Placement } from '@lotse/domain';

/** What a programme counts on the way, in its order; columns of the cohort's matrix. */
export const MILESTONES = [
  'selected',
  'committed',
  'matched',
  'agreement',
  'title',
  'started',
  'months',
  'evaluated',
  'recommended',
  'contract-prepared',
  'contract-signed',
  'work-started',
  'followed-up',
] as const;
export type Milestone = (typeof MILESTONES)[number];

const earliest = (days: readonly (Day | undefined)[]): Day | undefined =>
  days.filter((day) => day !== undefined).sort()[0];
const latest = (days: readonly (Day | undefined)[]): Day | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

const standing = ({ placements }: JourneyState): Placement[] =>
  Object.values(placements).filter(({ cancelledOn }) => cancelledOn === undefined);

/** The day by which all of `parties` had done it; undefined while one has not. */
const allOf = (parties: number, days: Readonly<Record<string, Day>>): Day | undefined =>
  Object.keys(days).length >= parties ? latest(Object.values(days)) : undefined;

const PARTIES = 3;
const CONTRACT_PARTIES = 2;

/** The first day on which each was reached, from the state alone; what somebody may not see of the state looks not reached. */
const REACHED: Readonly<Record<Milestone, (state: JourneyState) => Day | undefined>> = {
  selected: ({ selection, selectedOn }) => (selection === 'selected' ? selectedOn?.on : undefined),
  committed: ({ commitment }) =>
    commitment.withdrawnOn === undefined ? (commitment.signed?.on ?? commitment.waivedOn) : undefined,
  matched: (state) =>
    earliest(
      standing(state).map(({ agreedOn, optedInOn }) =>
        agreedOn === undefined || optedInOn === undefined ? undefined : latest([agreedOn, optedInOn]),
      ),
    ),
  agreement: (state) => earliest(standing(state).map(({ signatures }) => allOf(PARTIES, signatures))),
  title: ({ titles }) => earliest(titles.map(({ validFrom }) => validFrom)),
  started: (state) => earliest(standing(state).map(({ startedOn }) => startedOn)),
  months: (state) =>
    latest(
      standing(state).flatMap(({ months }) =>
        Object.entries(months).flatMap(([month, what]) => (what === 'confirmed' ? [`${month}-01`] : [])),
      ),
    ),
  evaluated: (state) => earliest(standing(state).map(({ evaluations }) => allOf(PARTIES, evaluations))),
  recommended: (state) =>
    state.recommendationOverriddenOn ??
    earliest(standing(state).map(({ recommended, ended }) => (recommended === true ? ended?.on : undefined))),
  'contract-prepared': ({ contracts }) =>
    earliest(
      Object.values(contracts).map(({ preparedOn, retractedOn, declinedOn }) =>
        (retractedOn ?? declinedOn) === undefined ? preparedOn : undefined,
      ),
    ),
  'contract-signed': ({ contracts }) =>
    earliest(Object.values(contracts).map(({ signatures }) => allOf(CONTRACT_PARTIES, signatures))),
  'work-started': ({ employments }) => earliest(employments.map(({ started }) => started.on)),
  'followed-up': ({ entered }) => entered.DONE,
};

/** Confirmed months of all stays. */
export const confirmedMonths = (state: JourneyState): number =>
  standing(state).reduce(
    (sum, { months }) => sum + Object.values(months).filter((what) => what === 'confirmed').length,
    0,
  );

export function milestonesOf(state: JourneyState): Partial<Record<Milestone, Day>> {
  const reached = MILESTONES.flatMap((milestone) => {
    const on = REACHED[milestone](state);
    return on === undefined ? [] : [[milestone, on] as const];
  });
  return Object.fromEntries(reached);
}
