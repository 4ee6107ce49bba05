import type { Purpose } from '../consents';
import type { Day } from '../day';
import type { ClockEffect } from '../packs/rule-pack';
import type { Role } from '../roles';

/** Names of the five workflow types; a template maps each stage to one. */
export const PHASES = [
  'universitySelection',
  'commitment',
  'internship',
  'contract',
  'integrationFollowUp',
] as const;
export type Phase = (typeof PHASES)[number];

/** The fact a clock counts from. */
export type Anchor =
  | 'stage-entered'
  | 'internship-started'
  | 'internship-agreed-end'
  | 'placement-ended'
  | 'degree-expected'
  | 'contract-offered'
  | 'work-started'
  /** The stage's entry, until the work has ended. */
  | 'followed-up';

/** With what a journey is closed from which nothing is heard; the same as a person gives with `close`. */
export interface ClosingRule {
  readonly outcome: string;
  /** Whose silence it is. */
  readonly party: 'candidate' | 'university' | 'company' | 'authority' | 'programme';
  readonly returnable: boolean;
  readonly reason: string;
}

export interface ClockRule {
  readonly code: string;
  readonly anchor: Anchor;
  /** ISO 8601 duration of one unit; due at the end of that day in the programme's time zone. */
  readonly after: string;
  /** Repeats by this duration after `after`, until the stage is left or the agreed end has come. */
  readonly every?: string;
  /** Reminders this long before the due day. */
  readonly ladder?: readonly string[];
  readonly effect: ClockEffect;
  /** Of `auto-close`, which needs a ladder too: nobody is closed unwarned. */
  readonly close?: ClosingRule;
  /** A check-in of the period, or within a week of the due day, meets the clock. */
  readonly metBy?: 'check-in';
  /** What was missed escalates to the coordinator after this long. */
  readonly missed?: string;
  readonly who: Role;
  /** Others who see it too, and whom its escalation reaches. */
  readonly also?: readonly Role[];
}

/** So many different people, each in one of these roles and none of them the one who submits. */
export interface ApprovalRule {
  readonly roles: readonly Role[];
  readonly count: number;
}

export interface Stage {
  readonly code: string;
  readonly name: { readonly en: string; readonly de: string };
  readonly phase: Phase;
  /** Codes of the guards that must hold to enter it. */
  readonly guards: readonly string[];
  /** A guard that, when it holds, stands for all of `guards`. */
  readonly unless?: string;
  /** Who must approve the advance to it. */
  readonly approvals?: readonly ApprovalRule[];
  /** Stages that `advance` may go to from here. */
  readonly exits: readonly string[];
  readonly clocks: readonly ClockRule[];
  /** Entering it completes the journey. */
  readonly final?: true;
}

/** A programme template: validated, versioned data. A published version never changes. */
export interface Template {
  /** Name and version, `<name>@<n>`. */
  readonly id: string;
  readonly title: string;
  readonly stages: readonly Stage[];
  /** Texts of consent, each for one purpose; to take part, where none is named. */
  readonly consents: readonly {
    readonly version: string;
    readonly purpose?: Purpose;
    readonly from: Day;
    readonly to?: Day;
  }[];
  readonly texts: readonly {
    readonly version: string;
    readonly from: Day;
    readonly to?: Day;
    readonly withdrawalRightShown: boolean;
    readonly noPenaltyClause: boolean;
  }[];
  readonly scorecards: number;
  readonly adultAge: number;
  /** Parties whose signatures make a placement agreement complete. */
  readonly agreementParties: readonly ('university' | 'company' | 'candidate')[];
  readonly evaluationParties: readonly ('mentor' | 'company' | 'candidate')[];
  readonly fullTimeHours: number;
  /** A check-in that names all of `needs` shows at least this risk, whatever was chosen. */
  readonly riskRules?: readonly {
    readonly needs: readonly string[];
    readonly risk: 'watch' | 'at-risk' | 'critical';
  }[];
  /** Who must approve a command; an `advance` is asked for by the stage. */
  readonly approvals?: readonly (ApprovalRule & { readonly command: string })[];
  /** How far back API and console may date a command (domain.md, rule 2). */
  readonly backdating: string;
}

/** The stage of a code. @throws RangeError when the template has none: a fault of stored data. */
export function stageOf(template: Template, code: string): Stage {
  const stage = template.stages.find((candidate) => candidate.code === code);
  if (stage === undefined) throw new RangeError(`Template ${template.id} has no stage ${code}`);
  return stage;
}
