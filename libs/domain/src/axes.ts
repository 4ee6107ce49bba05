import type { Day } from './day';

/** A day something happened, and the day that was recorded here: what was past by then is overdue, not late. */
export interface Moment {
  readonly on: Day;
  readonly insertedOn: Day;
}

/** Last occurrence of each step of a procedure. */
export type Steps = Readonly<Record<string, Moment>>;

/** A stretch of days; open while `to` is absent. */
export interface Stretch {
  readonly from: Day;
  readonly to?: Day;
}

/** Title axis of one stay: route, steps at the authorities, refusal and end. Granted titles stand in `titles`. */
export interface Stay {
  readonly route?: {
    readonly code: string;
    readonly variant?: string;
    readonly fastTrack: boolean;
    readonly on: Day;
  };
  readonly steps: Steps;
  /** While the agency waits for information its clock stands (§ 36(2) BeschV). */
  readonly refusal?: Moment & {
    readonly ground: string;
    readonly notifiedOn: Day;
    readonly remediesInstruction: boolean;
  };
  readonly renewalFiledOn?: Day;
  readonly endedOn?: Day;
  readonly consentDeemedOn?: Day;
}

/** Recognition axis of one procedure. */
export interface Recognition {
  /** Of a profession under federal or state law, or a statement on the degree. */
  readonly kind: string;
  readonly fastTrack: boolean;
  readonly steps: Steps;
  readonly suspensions: readonly Stretch[];
  readonly result?: string;
}

export interface Exam {
  readonly level: string;
  readonly on: Moment;
  readonly attempt?: number;
  readonly result?: string;
  readonly certificateOn?: Day;
}

/** Language axis. */
export interface Language {
  readonly target?: { readonly level: string; readonly by?: Day };
  readonly exams: Readonly<Record<string, Exam>>;
}

/** Employment: what becomes of a signed contract. */
export interface Employment {
  readonly contract: string;
  readonly company: string;
  readonly started: Moment;
  readonly ended?: Moment & { readonly how: string; readonly lastDay: Day };
}

/** Integration axis. */
export interface Integration {
  readonly plan?: Moment & { readonly mentor: string };
  readonly checkIns: readonly {
    readonly period: string;
    readonly on: Day;
    readonly insertedOn: Day;
    /** The mentor's choice, raised where a rule of the template says so. */
    readonly risk: string;
    readonly needs: readonly string[];
    readonly role: string;
  }[];
  readonly closedOn?: Day;
}

/** Fair recruitment (domain.md §3.6): statements, costs with their payer, remedies. */
export interface Fairness {
  readonly noFees: Readonly<Record<string, boolean>>;
  readonly costs: Readonly<Record<string, Moment & { readonly payer: string; readonly repaidOn?: Day }>>;
  readonly informedOn?: Day;
  readonly complaints: Readonly<
    Record<string, Moment & { readonly acknowledgedOn?: Day; readonly answeredOn?: Day }>
  >;
}

/** Stops and extensions of one clock, each decided by a person with a reason. */
export interface Adjustment {
  readonly stops: readonly Stretch[];
  readonly extendedTo?: Day;
}

/** Everything that runs beside the stage and may run ahead of it (domain.md §3.5, axes). */
export interface Axes {
  readonly nomination: { readonly status: string; readonly on: Day };
  readonly stays: Readonly<Record<string, Stay>>;
  readonly recognitions: Readonly<Record<string, Recognition>>;
  readonly language: Language;
  readonly lastArrival?: Moment;
  readonly degreeOn?: Day;
  readonly recommendationOverriddenOn?: Day;
  readonly employments: readonly Employment[];
  readonly integration: Integration;
  /** Registration, bank, copy of the title and notices by kind, each with its day. */
  readonly settled: Readonly<Record<string, Day>>;
  readonly retention: Readonly<
    Record<
      string,
      { readonly sameCompany: boolean; readonly sameRegion: boolean; readonly inGermany: boolean }
    >
  >;
  readonly fairness: Fairness;
  readonly contacts: readonly (Moment & { readonly channel: string; readonly result: string })[];
  readonly participation: Readonly<Record<string, Day>>;
  readonly dependants: Readonly<Record<string, { readonly kind: string; readonly travels: boolean }>>;
  /** Times on hold: programme clocks stand, statutory ones run on. */
  readonly holds: readonly (Stretch & { readonly reviewOn?: Day })[];
  readonly adjustments: Readonly<Record<string, Adjustment>>;
  /** When the journey last came under another template. */
  readonly migratedOn?: Day;
}

/** The axes before anything happened on them. */
export const EMPTY_AXES: Axes = {
  nomination: { status: '', on: '' },
  stays: {},
  recognitions: {},
  language: { exams: {} },
  employments: [],
  integration: { checkIns: [] },
  settled: {},
  retention: {},
  fairness: { noFees: {}, costs: {}, complaints: {} },
  contacts: [],
  participation: {},
  dependants: {},
  holds: [],
  adjustments: {},
};
