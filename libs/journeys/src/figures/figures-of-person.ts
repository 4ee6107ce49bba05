import { COUNTED_KINDS, FIGURE_SHAPE, figureHistory, type KnownFact } from '@lotse/domain';
import type { FigureOwner, FigureWrite } from '../ports/figure-book.port';
import type { KeyringPort } from '../ports/keyring.port';
import type { SealedPerson } from '../ports/sealed-person';
import { byJourney } from './change';
import { enteredOn, learned, sealedTraits } from './traits';

/** All rows of a person who has none yet, from all facts at once: they add up to what its commands would have added one by one. */
export function figuresOfPerson(
  keyring: KeyringPort,
  owner: FigureOwner,
  sealed: SealedPerson | undefined,
  known: readonly KnownFact[],
): readonly FigureWrite[] {
  const journeys = byJourney(known.filter(({ kind }) => COUNTED_KINDS.includes(kind)));
  if (journeys.length === 0) return [];
  const traits = learned([], sealedTraits(keyring, sealed, enteredOn(journeys)), '');
  const changes = figureHistory({ person: owner.person, journeys, traits });
  return [{ ...owner, changes, kept: { shape: FIGURE_SHAPE, traits } }];
}
