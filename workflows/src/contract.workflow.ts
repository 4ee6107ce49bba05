import type { JourneyRun } from '@lotse/contracts';
import { driveJourney } from './journey-loop';

/**
 * From the evaluated internship to the arrival for work: degree, contract, title, entry.
 * The candidate finishes studies, with a contact each month; company and candidate sign; agencies decide on the title in
 * their own time.
 */
export function contract(run: JourneyRun): Promise<void> {
  return driveJourney(run, {
    phase: 'contract',
    waitsFor: {
      RET: 'the degree of the candidate',
      CON: 'a contract that company and candidate have signed',
      VIS: 'the decision on the residence title, and the entry',
      ARR: 'registration and first days in the new place, and the start of work',
    },
  });
}
