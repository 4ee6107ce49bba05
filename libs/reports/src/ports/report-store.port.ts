import type { Day, Instant } from '@lotse/domain';

export interface Signature {
  readonly account: string;
  readonly at: Instant;
}

export const REPORT_STATES = ['proposed', 'signed', 'withdrawn'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A report as stored. `content` is canonical JSON and never changes; `sha256` proves it. */
export interface ReportRow {
  readonly id: string;
  readonly programme: string;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly state: ReportState;
  readonly content: string;
  readonly sha256: string;
  /** Kinds of fact that its figures are counted from: such a fact is corrected by two people once it is signed. */
  readonly kinds: readonly string[];
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly signatures: readonly Signature[];
}

/** Implemented by libs/persistence. */
export interface ReportStore {
  /** False when the id is taken. */
  add(row: ReportRow): Promise<boolean>;
  find(id: string): Promise<ReportRow | undefined>;
  /** Of a programme, youngest first. */
  list(programme: string): Promise<readonly ReportRow[]>;
  /** Locks the row, so that two people at once both count. `change` answers what is to be written; undefined leaves it. */
  change(
    id: string,
    change: (row: ReportRow) => Pick<ReportRow, 'state' | 'signatures'> | undefined,
  ): Promise<ReportRow | undefined>;
}
