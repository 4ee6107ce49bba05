import type { AuditRow } from '@lotse/audit';

/** One page of the audit, youngest first. */
export interface AuditPage {
  readonly entries: readonly AuditRow[];
  /** Cursor of the page after; absent on the last one. */
  readonly next?: string;
}

/** Where a page goes on, by the cursor of the one before. */
export const beforeOf = ({ cursor }: { readonly cursor?: string }): { readonly before?: number } =>
  cursor === undefined ? {} : { before: Number(cursor) };

/** @param limit as it was asked for; a full page may have more after it */
export function pageOf(entries: readonly AuditRow[], limit: number): AuditPage {
  const last = entries.at(-1);
  return last === undefined || entries.length < limit
    ? { entries }
    : { entries, next: String(last.position) };
}
