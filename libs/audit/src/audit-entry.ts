import type { Instant } from '@lotse/domain';

/** How somebody came in; `nobody` of a request whose sender was not known. */
export type AuditEntrance = 'session' | 'token' | 'link' | 'shell' | 'system' | 'nobody';

/**
 * One access to personal data, or an attempt: who, what, on whom, when, why and from where. Never a value: ids, codes, names of
 * fields, and where a value matters a keyed hash of it, so that erasing a person leaves the chain as it is.
 */
export interface AuditEntry {
  /** Our own clock. */
  readonly at: Instant;
  /** Id of the account, token or link; `system` for Lotse itself, `nobody` where the sender is not known. */
  readonly who: string;
  readonly entrance: AuditEntrance;
  /** An action of the policy; `sign-in`; `request` of one that was refused before it was known what it is. */
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  /** Whom and what it is about, as `journey/<id>`, `person/<id>`, `record/<type>/<id>`, `account/<id>`, `file/<id>`, `unit/<id>` of a figure. */
  readonly subjects: readonly string[];
  readonly programme?: string;
  /** Code of the refusal, or of what was done in particular, such as the command's name. */
  readonly code?: string;
  /** Id of the command. */
  readonly command?: string;
  /** Why: the given reason's code or purpose; a reason in words is kept with what it opened. */
  readonly purpose?: string;
  /** Network that the request came from, without its last part. */
  readonly from?: string;
  /** Names of the fields that were written or read. */
  readonly fields?: readonly string[];
  /** Keyed digest of what was written. */
  readonly digest?: string;
  /** How many units a list or an export held. */
  readonly count?: number;
  readonly request?: string;
}

/** Where accesses are recorded. Resolves when the entry is stored for good; rejects when it could not be. */
export interface AuditPort {
  append(entry: AuditEntry): Promise<void>;
}
