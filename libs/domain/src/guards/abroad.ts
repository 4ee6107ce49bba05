import type { Day } from '../day';
import type { Contract, JourneyState } from '../state';
import { concludedOn } from './pay';

/** § 45c AufenthG is in force from this day. */
const NOTICE_FROM = '2026-01-01';

/** In Germany on a day: between arrival and last day of a placement, staying on for the studies, or after the second entry. */
function livesInGermany({ placements, studies, entries }: JourneyState, day: Day): boolean {
  const inside = Object.values(placements).some(
    ({ arrivedOn, ended, cancelledOn }) =>
      arrivedOn !== undefined && arrivedOn <= day && day <= (cancelledOn ?? ended?.lastDay ?? day),
  );
  return inside || studies?.stays === true || Object.values(entries).some((entry) => entry <= day);
}

/** Contracts whose worker must be told of free advice: concluded since 2026 while living abroad, and still standing. */
export const concludedAbroad = (state: JourneyState): readonly Contract[] =>
  Object.values(state.contracts).filter((contract) => {
    const on = concludedOn(contract);
    const stands = (contract.declinedOn ?? contract.retractedOn ?? contract.withdrawnOn) === undefined;
    return stands && on !== undefined && on >= NOTICE_FROM && !livesInGermany(state, on);
  });
