import type { AuditRow } from '@lotse/audit';

/** One look into a room: who, when, and what was shown. */
interface RoomLogEntry {
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly outcome: AuditRow['outcome'];
  /** Units and documents that were shown, as `unit/<id>` and `file/<id>`. */
  readonly shown: readonly string[];
  readonly from?: string;
}

/** What an auditor's room was used for, youngest first. */
export interface RoomLog {
  readonly programme: string;
  readonly room: string;
  readonly entries: readonly RoomLogEntry[];
  /** Cursor of the page after; absent on the last one. */
  readonly next?: string;
}

/** An entry of the audit as a look into the room. */
export const lookOf = ({ at, who, action, outcome, subjects, from }: AuditRow): RoomLogEntry => ({
  at,
  who,
  action,
  outcome,
  shown: subjects.filter((subject) => /^(unit|file)\//.test(subject)),
  ...(from === undefined ? {} : { from }),
});
