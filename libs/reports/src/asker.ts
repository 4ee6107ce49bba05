import type { AuditEntry, AuditPort } from '@lotse/audit';

/** Who asks, and how they came in. */
export interface Asker {
  readonly id: string;
  readonly entrance: AuditEntry['entrance'];
}

export interface RecordingParts {
  readonly audit: AuditPort;
  readonly clock: { now(): Date };
}

/** Records that something was done to a report, sample or room. */
export const recorded = (
  { audit, clock }: RecordingParts,
  { id, entrance }: Asker,
  done: Pick<AuditEntry, 'action' | 'programme' | 'subjects' | 'code'>,
): Promise<void> =>
  audit.append({ at: clock.now().toISOString(), who: id, entrance, outcome: 'done', ...done });
