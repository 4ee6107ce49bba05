import type { JourneyRun } from '@lotse/contracts';
import { driveJourney } from './journey-loop';

/**
 * From the university's nomination to the selection of the person for the programme.
 * The university proposes, the person consents, assessors score, the coordinator decides; the coordinator is reminded of
 * nominations and decisions left lying.
 */
export function universitySelection(run: JourneyRun): Promise<void> {
  return driveJourney(run, {
    phase: 'universitySelection',
    waitsFor: {
      NOM: 'the consent of the candidate, and the coordinator who takes the nomination up',
      SEL: 'the scores of the assessors, and the decision on the selection',
    },
  });
}
