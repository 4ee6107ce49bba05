import type { Actor, JsonObject } from '@lotse/domain';
import type { Grant } from '../principal';
import type { JourneyFacts } from '../relation';

/** What a piece of a journey belongs to. */
export interface Side {
  readonly placement?: string;
  readonly contract?: string;
  readonly company?: string;
  readonly by?: Actor;
}

const textOr = (value: unknown): { readonly is?: string } => (typeof value === 'string' ? { is: value } : {});

/** The side of a fact: what its data names, and who gave it. */
export function sideOf(data: JsonObject, by: Actor): Side {
  const placement = textOr(data.placement).is;
  const contract = textOr(data.contract).is;
  const company = textOr(data.company).is;
  return {
    by,
    ...(placement === undefined ? {} : { placement }),
    ...(contract === undefined ? {} : { contract }),
    ...(company === undefined ? {} : { company }),
  };
}

/** Who gave it is on the same side: the same role, and for organisations the same one. */
export const saidBy = ({ role, organisation }: Grant, by: Actor): boolean =>
  by.role === role &&
  (by.organisation === undefined || organisation === undefined || by.organisation === organisation);

function placementIsOwn(grant: Grant, id: string, { placements }: JourneyFacts): boolean {
  const found = placements.find((placement) => placement.id === id);
  if (grant.placement !== undefined && grant.placement !== id) return false;
  if (found === undefined) return false;
  if (grant.organisation !== undefined && found.company !== grant.organisation) return false;
  return grant.role !== 'mentor' || grant.reference === undefined || found.mentor === grant.reference;
}

/**
 * Whether something lies on the grant's own side: about its own placement, contract or company, or said by itself where it is
 * about none of them. Nobody else's company, and nobody else's words.
 */
export function isOwnSide(
  grant: Grant,
  { placement, contract, company, by }: Side,
  facts: JourneyFacts,
): boolean {
  const isOrganisation = grant.role === 'company' || grant.role === 'mentor';
  if (isOrganisation && placement !== undefined) return placementIsOwn(grant, placement, facts);
  if (isOrganisation && contract !== undefined)
    return (
      grant.role === 'company' &&
      facts.contracts.some(({ id, company: of }) => id === contract && of === grant.organisation)
    );
  if (isOrganisation && company !== undefined) return company === grant.organisation;
  return by !== undefined && saidBy(grant, by);
}
