import type { Day, Instant } from '@lotse/domain';

/** What an auditor finds of a unit. `in-order`: its evidence proves it. */
export const FINDINGS = [
  'in-order',
  'evidence-missing',
  'evidence-illegible',
  'evidence-of-another',
  'day-differs',
  'amount-differs',
  'not-eligible',
] as const;
export type Finding = (typeof FINDINGS)[number];
/** What the carrier says to a finding, within the contradiction phase. */
export const ANSWERS = ['accepted', 'evidence-supplied', 'contradicted'] as const;
export type FindingAnswer = (typeof ANSWERS)[number];
export const OUTCOMES = ['upheld', 'dropped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What was said of a unit at one of the three steps: a code, and words where the code does not tell it. */
export interface Said<Code extends string> {
  readonly code: Code;
  readonly by: string;
  readonly at: Instant;
  readonly text?: string;
}

export interface SampleUnit {
  readonly unit: string;
  readonly stratum: string;
  readonly journey?: string;
  readonly facts: readonly string[];
  readonly evidence: readonly string[];
  readonly finding?: Said<Finding>;
  readonly answer?: Said<FindingAnswer>;
  readonly outcome?: Said<Outcome>;
}

/** In this order. */
export type SampleStep = 'finding' | 'answer' | 'outcome';

/** Words of a step, sealed under a key of their own. */
export interface SampleWords {
  readonly unit: string;
  readonly step: SampleStep;
  /** They go with the erasure of whom this journey is. */
  readonly journey?: string;
  readonly wrappedKey: Buffer;
  readonly secret: Buffer;
}

export interface SampleRow {
  readonly id: string;
  readonly programme: string;
  readonly report?: string;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly indicator: string;
  /** Per cent of the units, 20 to 40. */
  readonly share: number;
  readonly seed: string;
  /** Last day on which the carrier answers. */
  readonly answersUntil: Day;
  readonly population: number;
  readonly drawnBy: string;
  readonly drawnAt: Instant;
}

/** A sample opened to one auditor. */
export interface AuditRoom {
  readonly id: string;
  readonly programme: string;
  readonly sample: string;
  readonly account: string;
  readonly from: Day;
  readonly to: Day;
  readonly openedBy: string;
  readonly openedAt: Instant;
}

/** What one step adds to a unit. */
export interface SampleNote {
  readonly said: Pick<SampleUnit, SampleStep>;
  readonly words?: SampleWords;
}

/** Implemented by libs/persistence. */
export interface SampleStore {
  /** False when the id is taken. */
  add(sample: SampleRow, units: readonly SampleUnit[]): Promise<boolean>;
  find(id: string): Promise<SampleRow | undefined>;
  /** Of a programme, youngest first. */
  list(programme: string): Promise<readonly SampleRow[]>;
  /** In order of their ids, without words. */
  units(sample: string): Promise<readonly SampleUnit[]>;
  /** Words to the units of a sample, sealed. */
  words(sample: string): Promise<readonly SampleWords[]>;
  /** Locks the unit. `change` answers what is added, with its words; undefined leaves it. @returns undefined for no such unit */
  note(
    sample: string,
    unit: string,
    change: (unit: SampleUnit) => SampleNote | undefined,
  ): Promise<SampleUnit | undefined>;
  addRoom(room: AuditRoom): Promise<boolean>;
  room(id: string): Promise<AuditRoom | undefined>;
  /** Of a programme, youngest first. */
  rooms(programme: string): Promise<readonly AuditRoom[]>;
}
