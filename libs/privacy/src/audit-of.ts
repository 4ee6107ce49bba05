import { auditText, type AuditEntry } from '@lotse/audit';
import type { Asker } from './privacy-parts';

/** The audit's entry for something done about a person, or about everybody. */
export const auditOf = (
  { id, entrance }: Asker,
  at: string,
  entry: Pick<AuditEntry, 'action' | 'subjects'> & Partial<Pick<AuditEntry, 'code' | 'purpose' | 'count'>>,
): string => auditText({ at, who: id, entrance, outcome: 'done', ...entry });
