import type { JourneyState, Placement } from '../state';

const isLive = (placement: Placement): boolean =>
  placement.cancelledOn === undefined && placement.ended === undefined;
/** Ends with the id: stored JSON does not keep the order of keys, so nothing may depend on it. */
const progress = ({ startedOn = '', optedInOn = '', agreedOn = '', reservedOn, id }: Placement): string =>
  [startedOn, optedInOn, agreedOn, reservedOn, id].join('|');
const byEnd = ({ ended, id }: Placement): string => `${ended?.lastDay ?? ''}|${ended?.on ?? ''}|${id}`;
const furthest = (placements: readonly Placement[]): Placement | undefined =>
  placements.reduce<Placement | undefined>(
    (best, placement) => (best === undefined || progress(placement) >= progress(best) ? placement : best),
    undefined,
  );

/** The placement the journey is working on: neither cancelled nor ended, the one that has come furthest. */
export const currentPlacement = (state: JourneyState): Placement | undefined =>
  furthest(Object.values(state.placements).filter(isLive));

/** A placement for a fresh match: live and not started, so that a journey coming back to matching needs another one. */
export const freshPlacement = (state: JourneyState): Placement | undefined =>
  furthest(
    Object.values(state.placements).filter(
      (placement) => isLive(placement) && placement.startedOn === undefined,
    ),
  );

/** Placements that ended, in the order of their last days. */
export const endedPlacements = (state: JourneyState): readonly Placement[] =>
  Object.values(state.placements)
    .filter((placement) => placement.ended !== undefined)
    .sort((a, b) => (byEnd(a) < byEnd(b) ? -1 : 1));

/** Agreed, not cancelled, not ended: such a placement binds the person's hours (domain.md, rule 9). */
export const isBinding = (placement: Placement): boolean =>
  placement.agreedOn !== undefined && isLive(placement);
