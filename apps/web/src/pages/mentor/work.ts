import type { components } from '../../api/generated/schema';
import type { Journey } from '../../api/types';
import { dueMonths, openMonths } from '../../shared/stay-months';

type Placement = components['schemas']['PlacementState'];

/** What a mentor has to do for one person in a month. */
export interface Work {
  /** The placement that it is about; the latest where there were several. */
  readonly placement: Placement | undefined;
  /** Somebody works here now, or is still looked after. */
  readonly isRunning: boolean;
  readonly isCheckedIn: boolean;
  /** Check-ins there are already. */
  readonly checkIns: number;
  /** Months that are over and wait. */
  readonly due: readonly string[];
  /** Months that may be confirmed, those included. */
  readonly open: readonly string[];
  readonly isDone: boolean;
}

const isOpen = ({ status }: Journey): boolean => status === 'open';

/** Read from the journey as the API shows it to the mentor. */
export function workOf(journey: Journey): Work {
  const { state, today } = journey;
  const placement = Object.values(state.placements)
    .filter(({ cancelledOn }) => cancelledOn === undefined)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1);
  const works = placement?.startedOn !== undefined && placement.ended === undefined;
  const { plan, closedOn, checkIns } = state.integration;
  const isRunning = isOpen(journey) && (works || (plan !== undefined && closedOn === undefined));
  const isCheckedIn = checkIns.some(
    ({ role, on }) => role === 'mentor' && on.slice(0, 7) === today.slice(0, 7),
  );
  const due = placement === undefined || !isOpen(journey) ? [] : dueMonths(placement, today);
  const open = placement === undefined || !isOpen(journey) ? [] : openMonths(placement, today);
  return {
    placement,
    isRunning,
    isCheckedIn,
    checkIns: checkIns.length,
    due,
    open,
    isDone: (isCheckedIn || !isRunning) && due.length === 0,
  };
}
