import type { Day } from './day';
import type { JsonObject } from './json';
import type { Actor } from './roles';
import type { JourneyState } from './state';

/** One command that a company's failure asks of a journey; ids and days are given by who submits it. */
export interface FailureStep {
  readonly command: string;
  readonly by: Actor;
  readonly data: JsonObject;
}

/**
 * What the failure of a company (insolvency, exclusion) means for one journey, as commands that can be shown before they are
 * given: placements that have begun end early, others are cancelled; employments end, contracts nobody works under yet are
 * retracted. Empty when the company has nothing to do with the journey any more. Nothing that happened before is touched.
 */
export function failureSteps(
  state: JourneyState,
  company: string,
  on: Day,
  reason: string,
): readonly FailureStep[] {
  if (state.status.code === 'closed' || state.status.code === 'void') return [];
  const coordinator: Actor = { role: 'coordinator' };
  const placements = Object.values(state.placements)
    .filter((placement) => placement.company === company)
    .filter(({ cancelledOn, ended }) => cancelledOn === undefined && ended === undefined)
    .map(({ id, startedOn }): FailureStep =>
      startedOn === undefined
        ? { command: 'cancel-placement', by: coordinator, data: { placement: id, reason } }
        : {
            command: 'end-placement',
            by: coordinator,
            data: { placement: id, how: 'early', lastDay: on, reason },
          },
    );
  const worked = new Set(state.employments.map(({ contract }) => contract));
  const employments = state.employments
    .filter((employment) => employment.company === company && employment.ended === undefined)
    .map(({ contract }): FailureStep => ({
      command: 'end-employment',
      by: coordinator,
      data: { contract, how: 'insolvency', by: 'company', reason, lastDay: on },
    }));
  const contracts = Object.values(state.contracts)
    .filter((contract) => contract.company === company && !worked.has(contract.id))
    .filter(
      ({ declinedOn, retractedOn, withdrawnOn }) => (declinedOn ?? retractedOn ?? withdrawnOn) === undefined,
    )
    .map(({ id }): FailureStep => ({
      command: 'retract-contract',
      by: { role: 'company', organisation: company },
      data: { contract: id, reason },
    }));
  return [...placements, ...employments, ...contracts];
}
