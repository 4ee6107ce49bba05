import type { JourneyRun } from '@lotse/contracts';
import { driveJourney } from './journey-loop';

/**
 * From the match with a company through the stay to the evaluation of what was learned.
 * Company, candidate and university agree; title, insurance and housing are made ready; the mentor confirms month by month;
 * at the end all three sides evaluate. A placement that fails brings the journey back to the match.
 */
export function internship(run: JourneyRun): Promise<void> {
  return driveJourney(run, {
    phase: 'internship',
    waitsFor: {
      MAT: 'a company that agrees to a placement, and the candidate who opts in',
      PRE: 'signatures, residence title, insurance and housing before the stay',
      INT: 'the months of the stay, each confirmed by the mentor, and its end',
      EVA: 'the evaluations of mentor, company and candidate',
    },
  });
}
