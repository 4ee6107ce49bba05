import { EMPTY_AXES, type Axes, type Moment } from './axes';
import type { Consents } from './consents';
import type { Day } from './day';

export type Status = 'open' | 'on-hold' | 'closed' | 'void';

/** Parties or commands that did something, each with the day. */
export type Days = Readonly<Record<string, Day>>;

export interface Commitment {
  readonly issued?: { readonly on: Day; readonly textVersion: string; readonly languages: readonly string[] };
  readonly signed?: { readonly on: Day; readonly textVersion: string };
  readonly readOn?: Day;
  readonly refusedOn?: Day;
  readonly countersignedOn?: Day;
  readonly waivedOn?: Day;
  readonly withdrawnOn?: Day;
}

export interface Placement {
  readonly id: string;
  readonly company: string;
  readonly site: string;
  readonly from: Day;
  readonly to: Day;
  readonly hoursPerWeek: number;
  readonly route: string;
  readonly hostCoversPublicCosts: boolean;
  readonly mandatory?: boolean;
  readonly monthlyPayEur?: number;
  readonly reservedOn: Day;
  readonly mentor?: string;
  readonly agreedOn?: Day;
  readonly optedInOn?: Day;
  readonly signatures: Days;
  /** A second person approved pay below the minimum wage, for the terms as they stand. */
  readonly underpaymentApprovedOn?: Day;
  readonly arrivedOn?: Day;
  readonly startedOn?: Day;
  /** When the fact of the start was recorded here; clocks of the internship are overdue, not late, before it. */
  readonly startInsertedOn?: Day;
  readonly interruptedOn?: Day;
  readonly ended?: {
    readonly on: Day;
    readonly how: string;
    readonly lastDay: Day;
    readonly insertedOn: Day;
  };
  readonly cancelledOn?: Day;
  /** Months by their last confirmation or contest. */
  readonly months: Readonly<Record<string, 'confirmed' | 'contested'>>;
  readonly evaluations: Days;
  /** Changed terms that are not signed by every party yet. */
  readonly pending?: {
    readonly amendment: string;
    readonly parties: readonly string[];
    readonly signatures: Days;
    readonly terms: Partial<
      Pick<
        Placement,
        'from' | 'to' | 'site' | 'hoursPerWeek' | 'mentor' | 'monthlyPayEur' | 'hostCoversPublicCosts'
      >
    >;
  };
  readonly amendments?: readonly string[];
  readonly recommended?: boolean;
}

export interface Contract {
  readonly id: string;
  readonly company: string;
  readonly startsOn: Day;
  readonly monthlyGrossEur: number;
  readonly fixedExtrasEur?: number;
  readonly hoursPerWeek: number;
  readonly preparedOn: Day;
  readonly amendedOn?: Day;
  /** `validUntil`: the last day on which it can be accepted, where the company named one. */
  readonly offered?: { readonly on: Day; readonly insertedOn: Day; readonly validUntil?: Day };
  readonly signatures: Days;
  /** When the last signature was recorded here. */
  readonly signedInsertedOn?: Day;
  /** The day on which both had signed for the first time; an amendment asks for new signatures and leaves it. */
  readonly concludedOn?: Day;
  readonly declinedOn?: Day;
  readonly retractedOn?: Day;
  readonly withdrawnOn?: Day;
}

export interface Title {
  readonly kind?: string;
  readonly insertedOn: Day;
  readonly stay: number;
  readonly route: string;
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** A stage or status with the day it began and the day that was recorded here. */
export interface Since<Code> {
  readonly code: Code;
  readonly on: Day;
  readonly insertedOn: Day;
}

/**
 * A journey folded from its facts. Plain JSON with ids, days, codes and numbers only: free text stays in the facts, so
 * that the stored snapshot holds nothing personal beyond them.
 */
export interface JourneyState extends Axes, Consents {
  /** Form of this object; a stored snapshot of another form is folded anew from the facts. */
  readonly shape: number;
  readonly id: string;
  /** Number of facts, superseded ones and fired clocks included; 0 before the nomination. */
  readonly version: number;
  /** Youngest `happenedOn` of all facts but fired clocks; an older command is judged on the facts up to its own day. */
  readonly youngestOn: Day;
  readonly person: string;
  readonly programme: string;
  readonly template: string;
  readonly university: string;
  readonly agreement: string;
  /** The closed journey of the same person in the programme that this one follows (domain.md, rule 13). */
  readonly previousJourney?: string;
  readonly stage: Since<string>;
  /** Last entry into each stage. */
  readonly entered: Readonly<Record<string, Day>>;
  readonly status: Since<Status>;
  readonly closure?: { readonly outcome?: string; readonly party?: string; readonly returnable?: boolean };
  readonly scores: readonly { readonly assessor: string; readonly conflictOfInterest: boolean }[];
  readonly selection?: string;
  readonly selectedOn?: Moment;
  readonly commitment: Commitment;
  readonly placements: Readonly<Record<string, Placement>>;
  readonly titles: readonly Title[];
  readonly insuredFrom?: Day;
  readonly housedOn?: Day;
  /** Where the person lives, as far as a municipality is named: that one takes part from then on. */
  readonly municipality?: string;
  /** Second and later entries by stay; the first arrival stands with its placement. */
  readonly entries: Readonly<Record<string, Day>>;
  readonly studies?: { readonly expectedDegreeOn: Day; readonly insertedOn: Day; readonly stays?: boolean };
  readonly contracts: Readonly<Record<string, Contract>>;
  /** `<clock>.<dueOn>` of every clock that has fired, sorted. */
  readonly fired: readonly string[];
}

/** Raised with every change of `JourneyState` that older snapshots lack, and of the rows that are derived from it. */
export const STATE_SHAPE = 5;

/** A journey before its first fact. */
export const emptyJourney = (id: string): JourneyState => ({
  ...EMPTY_AXES,
  shape: STATE_SHAPE,
  id,
  version: 0,
  youngestOn: '',
  person: '',
  programme: '',
  template: '',
  university: '',
  agreement: '',
  stage: { code: '', on: '', insertedOn: '' },
  status: { code: 'open', on: '', insertedOn: '' },
  entered: {},
  consents: {},
  consentsWithdrawn: {},
  scores: [],
  commitment: {},
  placements: {},
  titles: [],
  entries: {},
  contracts: {},
  fired: [],
});
