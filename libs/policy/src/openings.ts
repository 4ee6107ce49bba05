import type { Grant } from './principal';
import type { JourneyFacts } from './relation';

/** Conditions of stage: when in a journey a row of the table begins or ends to hold. */
export const OPENINGS = {
  matched: 'from the stage MAT on, or from an agreed placement',
  agreed: "from the organisation's agreed placement or contract on",
  undecided: 'until the selection is decided',
  scored: 'once they have scored the candidate themselves',
} as const;
export type Opening = keyof typeof OPENINGS;

const MATCHING = 'MAT';

const agreedWith = ({ organisation, placement, reference }: Grant, facts: JourneyFacts): boolean =>
  facts.placements.some(
    ({ id, company, mentor, agreed }) =>
      agreed &&
      (organisation === undefined ? mentor === reference : company === organisation) &&
      (placement === undefined || placement === id),
  ) || facts.contracts.some(({ company }) => company === organisation);

const HOLDS: Readonly<Record<Opening, (grant: Grant, facts: JourneyFacts) => boolean>> = {
  matched: (grant, facts) => facts.reached.includes(MATCHING) || agreedWith(grant, facts),
  agreed: agreedWith,
  undecided: (_, { selection }) => selection === undefined || selection === 'waiting-list',
  scored: ({ reference }, { assessors }) => reference !== undefined && assessors.includes(reference),
};

/** Whether the journey has come to where the row holds. */
export const isOpen = (opening: Opening | undefined, grant: Grant, facts: JourneyFacts): boolean =>
  opening === undefined || HOLDS[opening](grant, facts);
