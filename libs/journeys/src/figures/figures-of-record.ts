import { COUNTED_KINDS, FIGURE_SHAPE, type Instant, type JsonObject } from '@lotse/domain';
import type { FigureTransaction, FigureWrite } from '../ports/figure-book.port';
import { addedBy, byJourney, lastKnown, rewrittenBy } from './change';
import { clearOf, enteredOn, learned } from './traits';

/** What a new version of a person's record moves in figures: the person counts under other traits from when that is known. */
export async function figuresOfRecord(
  transaction: FigureTransaction & { programmesOf(person: string): Promise<readonly string[]> },
  person: string,
  body: JsonObject,
  at: Instant,
): Promise<readonly FigureWrite[]> {
  const writes: FigureWrite[] = [];
  for (const programme of await transaction.programmesOf(person)) {
    const counted = await transaction.everCounted({ programme, person }, COUNTED_KINDS);
    if (counted.shape !== FIGURE_SHAPE) continue;
    const traits = learned(counted.traits, clearOf(body, enteredOn(byJourney(counted.facts))), at);
    if (traits === counted.traits) continue;
    const changes =
      at < lastKnown(counted)
        ? rewrittenBy(counted, counted.facts, traits)
        : addedBy(counted, counted.facts, [], traits, at);
    writes.push({ programme, person, changes, kept: { shape: FIGURE_SHAPE, traits } });
  }
  return writes;
}
