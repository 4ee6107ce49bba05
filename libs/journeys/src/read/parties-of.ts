import { fold, STATE_SHAPE } from '@lotse/domain';
import { journeyFactsOf, type JourneyFacts } from '@lotse/policy';
import type { JourneyStore } from '../ports/journey-store.port';

/** Whom a journey concerns; null when there is none of the id. One small query. */
export async function partiesOf(journeys: JourneyStore, id: string): Promise<JourneyFacts | null> {
  const snapshot = await journeys.snapshot(id);
  if (snapshot === undefined) return null;
  if (snapshot.shape === STATE_SHAPE) return journeyFactsOf(snapshot);
  const facts = await journeys.facts(id);
  return journeyFactsOf(
    fold(
      id,
      facts.map(({ fact }) => fact),
    ),
  );
}
