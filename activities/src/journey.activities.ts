import type {
  ClockOutcome,
  FireClock,
  JourneyActivities,
  JourneyView,
  ObserveJourney,
} from '@lotse/contracts';
import { withCodedFailures } from './coded-failures';

/** The one door to journeys, as far as the workflow uses it. Both may be called again with the same input. */
export interface JourneyDoor {
  /** Null when there is no such journey. */
  observe(journeyId: string, now: string): Promise<JourneyView | null>;
  fireClock(journeyId: string, clock: string, dueOn: string, now: string): Promise<ClockOutcome>;
}

export const createJourneyActivities = (door: JourneyDoor): JourneyActivities =>
  withCodedFailures({
    observeJourney: ({ journeyId, now }: ObserveJourney) => door.observe(journeyId, now),
    fireClock: ({ journeyId, clock, dueOn, now }: FireClock) => door.fireClock(journeyId, clock, dueOn, now),
  });
