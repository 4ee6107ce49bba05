import type { Day, Instant, Role, Task } from '@lotse/domain';
import type { InboxSight, Reach } from '@lotse/policy';
import type { Reminder } from './outbox-store.port';

/** Place in the order of an inbox: by due day, then journey, then task. */
export interface InboxPlace {
  /** `infinity` for a task without a due day. */
  readonly dueOn: string;
  readonly journey: string;
  readonly key: string;
}

export interface InboxQuery {
  readonly now: Instant;
  /** Only journeys that the asker reaches; absent: all. */
  readonly reach?: Reach;
  /** What the asker's inbox is cut to; absent: nothing. */
  readonly sight?: InboxSight;
  readonly role?: Role;
  readonly organisation?: string;
  readonly programme?: string;
  readonly journey?: string;
  /** Due by this day; tasks without a due day are left out then. */
  readonly until?: Day;
  /** True: not what the role has to do but what it waits for others to do. */
  readonly waiting?: boolean;
  /** True: what was put off, and nothing else. */
  readonly snoozed?: boolean;
  /** Only what was handed to this account, or to one that it stands in for today. */
  readonly handedTo?: string;
  readonly after?: InboxPlace;
  readonly limit: number;
}

/** One thing to be done, with the journey it stands in: ids, codes, days and what to do. */
export interface InboxTask {
  readonly journey: string;
  readonly programme: string;
  readonly person: string;
  readonly stage: string;
  /** Stable while the same thing is to be done. */
  readonly key: string;
  readonly kind: Task['kind'];
  readonly who: Role;
  readonly also: readonly Role[];
  /** The clock's code, or what would meet the guard. */
  readonly text: string;
  /** Stage that cannot be entered before. */
  readonly blocks?: string;
  readonly dueOn?: Day;
  readonly overdue: boolean;
  readonly stopped: boolean;
  /** Of a clock: S statutory, P practice, R programme rule. */
  readonly clockKind?: string;
  readonly effect?: string;
  readonly source?: string;
  /** Put off until this day. */
  readonly followUpOn?: Day;
  /** Account that does it, where it was handed to one. */
  readonly handedTo?: string;
  readonly handoverReason?: HandoverReason;
  /** Last day on which somebody had its mail sent. */
  readonly remindedOn?: Day;
}

/** Why a task is handed on: a code, so that nothing is told about a person. */
export const HANDOVER_REASONS = [
  'absence',
  'workload',
  'expertise',
  'language',
  'conflict-of-interest',
  'change-of-staff',
] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];

/** A task and who is to do it from now on. */
export interface Handover {
  readonly journey: string;
  readonly key: string;
  readonly account: string;
  readonly reason: HandoverReason;
}

/** A task of which somebody reminds its role on a day. */
export interface TaskReminder {
  readonly journey: string;
  readonly key: string;
  readonly on: Day;
  readonly who: Role;
}

export interface DeputyRow {
  readonly account: string;
  readonly number: number;
  readonly deputy: string;
  readonly from: Day;
  readonly to: Day;
}

/** Who did it and when. */
export interface Noted {
  readonly submittedBy: string;
  readonly recordedAt: Instant;
}

/** Read model of what is to be done, and what people noted beside it. */
export interface InboxStore {
  /** Earliest due first. */
  list(query: InboxQuery): Promise<InboxTask[]>;
  snooze(journey: string, key: string, followUpOn: Day, noted: Noted): Promise<void>;
  handOver(handover: Handover, noted: Noted): Promise<void>;
  /**
   * Notes that a task's role was reminded and writes what each of its addresses is told, both or neither. Answers how many addresses
   * there are; not new when the task's role was reminded that day before. Without an address nothing is noted.
   */
  remind(
    task: TaskReminder,
    reminder: Reminder,
    noted: Noted,
  ): Promise<{ readonly addresses: number; readonly isNew: boolean }>;
  addDeputy(deputy: Omit<DeputyRow, 'number'>, noted: Noted): Promise<number>;
  /** False when there is no such row, or it was withdrawn before. */
  withdrawDeputy(account: string, number: number, noted: Noted): Promise<boolean>;
  /** Rows that were not withdrawn and hold on the day, of one account or of one deputy. */
  deputies(by: {
    readonly account?: string;
    readonly deputy?: string;
    readonly on: Day;
  }): Promise<DeputyRow[]>;
}
