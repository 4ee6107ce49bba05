import type { JourneyRun } from '@lotse/contracts';
import { driveJourney } from './journey-loop';

/**
 * From the first day at work to the end of the follow-up, when the journey is complete.
 * The probation ends, then the mentor keeps in touch at growing distances; a contact that was missed is passed on to a person.
 */
export function integrationFollowUp(run: JourneyRun): Promise<void> {
  return driveJourney(run, {
    phase: 'integrationFollowUp',
    waitsFor: {
      EMP: 'the end of the probation',
      FUP: 'the follow-up contacts of the mentor',
    },
  });
}
