import { sharedWith, withdrawnPurposes, type JourneyState, type Purpose, type Role } from '@lotse/domain';
import type { Grant } from './principal';

/** How somebody stands to what is asked for, the closest first. */
export const RELATIONS = ['own', 'assigned', 'organisation', 'programme', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The ids and days of a journey that decide who it concerns. No personal data but the person's id. */
export interface JourneyFacts {
  readonly journey: string;
  readonly programme: string;
  readonly person: string;
  readonly university: string;
  readonly municipality?: string;
  /** Those that the candidate is shown to. */
  readonly companies: readonly string[];
  readonly placements: readonly {
    readonly id: string;
    readonly company: string;
    readonly mentor?: string;
    readonly agreed: boolean;
  }[];
  readonly contracts: readonly { readonly id: string; readonly company: string }[];
  readonly assessors: readonly string[];
  /** Mentors of the integration plan, beside those of placements. */
  readonly mentors: readonly string[];
  /** Stages that it has ever entered. */
  readonly reached: readonly string[];
  readonly selection?: string;
  /** Purposes that the candidate withdrew the consent for. */
  readonly withdrawn: readonly Purpose[];
}

/** What an action is about. */
export type Subject =
  | { readonly kind: 'journey'; readonly journey: JourneyFacts }
  | { readonly kind: 'programme'; readonly programme: string }
  | { readonly kind: 'organisation'; readonly organisation: string; readonly programme?: string };

/** The facts of a journey that the policy looks at, from its state. */
export function journeyFactsOf(state: JourneyState): JourneyFacts {
  const placements = Object.values(state.placements).map(
    ({ id, company, mentor, agreedOn, cancelledOn }) => ({
      id,
      company,
      ...(mentor === undefined ? {} : { mentor }),
      agreed: agreedOn !== undefined && cancelledOn === undefined,
    }),
  );
  const contracts = Object.values(state.contracts).map(({ id, company }) => ({ id, company }));
  const { plan } = state.integration;
  return {
    journey: state.id,
    programme: state.programme,
    person: state.person,
    university: state.university,
    ...(state.municipality === undefined ? {} : { municipality: state.municipality }),
    companies: sharedWith(state),
    placements,
    contracts,
    assessors: state.scores.map(({ assessor }) => assessor),
    mentors: plan === undefined ? [] : [plan.mentor],
    reached: Object.keys(state.entered),
    ...(state.selection === undefined ? {} : { selection: state.selection }),
    withdrawn: withdrawnPurposes(state),
  };
}

/** The mentor of a placement, at the company that the grant is held for; or the mentor of the integration plan. */
function mentors({ reference, organisation, placement }: Grant, facts: JourneyFacts): boolean {
  const named = facts.placements.some(
    ({ id, mentor, company }) =>
      mentor !== undefined &&
      mentor === reference &&
      (organisation === undefined || organisation === company) &&
      (placement === undefined || placement === id),
  );
  return named || (placement === undefined && reference !== undefined && facts.mentors.includes(reference));
}

const OF_ORGANISATION: Partial<Record<Role, (facts: JourneyFacts) => readonly (string | undefined)[]>> = {
  company: ({ companies }) => companies,
  mentor: ({ companies }) => companies,
  university: ({ university }) => [university],
  municipality: ({ municipality }) => [municipality],
};

function toJourney(grant: Grant, facts: JourneyFacts): Relation {
  const { role, organisation, programme } = grant;
  if (grant.journey !== undefined && grant.journey !== facts.journey) return 'none';
  if (programme !== undefined && programme !== facts.programme) return 'none';
  if (role === 'candidate') return grant.person === facts.person ? 'own' : 'none';
  if (role === 'mentor' && mentors(grant, facts)) return 'assigned';
  if (role === 'assessor') {
    if (grant.reference !== undefined && facts.assessors.includes(grant.reference)) return 'assigned';
    return programme === undefined ? 'none' : 'programme';
  }
  if (grant.journey !== undefined && grant.placement !== undefined)
    return facts.placements.some(({ id, company }) => id === grant.placement && company === organisation)
      ? 'assigned'
      : 'none';
  const of = OF_ORGANISATION[role];
  if (of === undefined) return 'programme';
  return organisation !== undefined && of(facts).includes(organisation) ? 'organisation' : 'none';
}

/** How the holder of a grant stands to a subject. What the grant does not limit, it is held for everywhere. */
export function relationOf(grant: Grant, subject: Subject): Relation {
  if (subject.kind === 'journey') return toJourney(grant, subject.journey);
  const { programme } = subject;
  if (grant.journey !== undefined || grant.role === 'candidate') return 'none';
  if (subject.kind === 'organisation' && grant.organisation === subject.organisation) return 'organisation';
  if (grant.programme !== undefined && programme !== undefined && grant.programme !== programme)
    return 'none';
  if (
    subject.kind === 'programme' &&
    OF_ORGANISATION[grant.role] !== undefined &&
    grant.programme !== programme
  )
    return 'none';
  return OF_ORGANISATION[grant.role] === undefined || subject.kind === 'programme' ? 'programme' : 'none';
}
