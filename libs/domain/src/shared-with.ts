import { isWithdrawn } from './consents';
import type { JourneyState } from './state';

/** Every company that has or had a placement or contract with the candidate. */
export const companiesOf = ({ placements, contracts }: JourneyState): string[] => [
  ...new Set([...Object.values(placements), ...Object.values(contracts)].map(({ company }) => company)),
];

/**
 * Companies that a candidate is shown to, in order: those with a placement or contract. Once the consent is withdrawn, only those
 * that have agreed or signed with the candidate before: they know them, and both have duties from it.
 */
export function sharedWith(state: JourneyState): string[] {
  const withdrawn = isWithdrawn(state, 'company-sharing');
  const placements = Object.values(state.placements).filter(
    ({ agreedOn, cancelledOn }) => !withdrawn || (agreedOn !== undefined && cancelledOn === undefined),
  );
  const contracts = Object.values(state.contracts).filter(
    ({ concludedOn }) => !withdrawn || concludedOn !== undefined,
  );
  return [...new Set([...placements, ...contracts].map(({ company }) => company))].sort();
}
