import { emptyJourney, fold, STATE_SHAPE, type JourneyState } from '@lotse/domain';
import type { Found, StoredFact } from '../ports/journey-store.port';

/**
 * The journey as it stands. The snapshot serves while it has today's form; one that an older release left is folded anew
 * from the facts, and the next command stores it in the new form.
 */
export async function standing(
  { journey }: Found,
  journeyId: string,
  facts: () => Promise<readonly StoredFact[]>,
): Promise<JourneyState> {
  if (journey === undefined) return emptyJourney(journeyId);
  if (journey.snapshot.shape === STATE_SHAPE) return journey.snapshot;
  return fold(
    journeyId,
    (await facts()).map(({ fact }) => fact),
  );
}
