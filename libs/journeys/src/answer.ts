import type { Refusal, RefusalCode, Role } from '@lotse/domain';
import type { Principal } from '@lotse/policy';

/** Who hands a command in, beside who did what it tells. */
export interface Sender {
  /** Id of the account, or `system` for Lotse itself. */
  readonly submittedBy: string;
  /**
   * Whose rights the one door holds the command against, with grants that are in force. Absent for Lotse itself and the shell on the
   * server, which may give everything.
   */
  readonly principal?: Principal;
  /** Network that it came from, for the audit. */
  readonly from?: string;
  /** Who approved the command beside the sender; a given approval counts, a claimed one does not. */
  readonly approvals?: readonly Approver[];
  /** True for an administrator's import: no limit on back-dating, and `recordedAt` may be given (domain.md, rule 10). */
  readonly imported?: boolean;
  /** The bulk action that it is part of. */
  readonly batch?: string;
  /** Instead of the clock port's time: a workflow's own time, which tests run ahead of ours. */
  readonly now?: Date;
}

/** Somebody who approved a command, in a role that they held. */
export interface Approver {
  readonly account: string;
  readonly role: Role;
}

/** What became of a command. `version` is the journey's after it; on a refusal, where given, its present one. */
export type Answer =
  | { readonly result: 'accepted' | 'repeated'; readonly version: number }
  | { readonly result: 'refused'; readonly refusal: Refusal; readonly version?: number };

export type Refused = Extract<Answer, { result: 'refused' }>;

/** A refusal for one reason. */
export const refusedFor = (
  code: RefusalCode,
  guard: string,
  who: readonly Role[],
  remedy: string,
): Refused => ({
  result: 'refused',
  refusal: { code, unmet: [{ guard, who, remedy }] },
});
