import type { JourneyRun } from '@lotse/contracts';
import { driveJourney } from './journey-loop';

/**
 * From the selection to the self-commitment that both sides have signed.
 * The candidate reads and signs, the coordinator countersigns; as the end of the time for it comes near the reminders come
 * closer together, then closing the journey is proposed to a person, never done.
 */
export function commitment(run: JourneyRun): Promise<void> {
  return driveJourney(run, {
    phase: 'commitment',
    waitsFor: {
      COM: 'the signature of the candidate under the commitment, and the countersignature of the coordinator',
    },
  });
}
