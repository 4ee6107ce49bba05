import { type Day, dayInBerlin, isDay, type Role } from '@lotse/domain';
import { refusedFor, type Refused, type Sender } from '../answer';
import type {
  DeputyRow,
  Handover,
  InboxPlace,
  InboxQuery,
  InboxStore,
  InboxTask,
} from '../ports/inbox-store.port';
import type { Reader } from '../read/view-journey';
import { remind, type RemindAnswer } from './remind';

/** What to list; without a role everything. */
export interface InboxFilter extends Pick<InboxQuery, 'reach' | 'sight' | 'handedTo'> {
  readonly role?: Role;
  /** Journeys of this company or university alone. */
  readonly organisation?: string;
  readonly programme?: string;
  readonly journey?: string;
  /** Due by this day. */
  readonly until?: Day;
  /** True: what the role waits for others to do. */
  readonly waiting?: boolean;
  /** True: only what was put off. */
  readonly snoozed?: boolean;
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** Tasks, earliest due first; what is overdue comes before all else, what has no day last. */
export interface InboxPage {
  readonly tasks: readonly InboxTask[];
  /** Give it as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

export type NoteAnswer = { readonly result: 'accepted' } | Refused;

/** What is to be done, and what people note about their own work. */
export interface Inbox {
  /** Open clocks and unmet guards, as of each journey's last command. */
  inbox(filter: InboxFilter): Promise<InboxPage>;
  /** Puts a task off until `followUpOn`, when it stands in the inbox again. A deadline of law is put off to its due day at most. */
  snooze(journey: string, key: string, followUpOn: Day, sender: Sender): Promise<NoteAnswer>;
  /** Hands a task to an account, with the reason; it stays in the inbox of its role. The last word holds. */
  handOver(handover: Handover, sender: Sender): Promise<NoteAnswer>;
  /** Has the task's mail sent to those who are to do it, at most once a day; see `remind`. */
  remind(journey: string, key: string, sender: Sender): Promise<RemindAnswer>;
  /** Names who stands in for an account from one day to another, both included. Answers the number to withdraw it by. */
  addDeputy(
    deputy: Omit<DeputyRow, 'number'>,
    sender: Sender,
  ): Promise<{ readonly result: 'accepted'; readonly number: number } | Refused>;
  withdrawDeputy(account: string, number: number, sender: Sender): Promise<NoteAnswer>;
  /** For whom a deputy acts on a day; today when none is given. */
  actingFor(deputy: string, on?: Day): Promise<DeputyRow[]>;
  /** Who stands in for an account on a day; today when none is given. */
  deputiesOf(account: string, on?: Day): Promise<DeputyRow[]>;
}

const NO_DAY = 'infinity';
/** PostgreSQL has no year 0. */
const FIRST_DAY = '0001-01-01';

const cursorOf = ({ dueOn = NO_DAY, journey, key }: InboxTask): string =>
  Buffer.from(JSON.stringify([dueOn, journey, key])).toString('base64url');

const ID = /^[A-Za-z0-9._-]{1,64}$/;
const KEY = /^[\x20-\x7e]{1,400}$/;

/** Undefined for what is no cursor of ours. */
function placeOf(cursor: string): InboxPlace | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parsed)) return undefined;
    const [dueOn, journey, key]: readonly unknown[] = parsed;
    if (typeof dueOn !== 'string' || (dueOn !== NO_DAY && (!isDay(dueOn) || dueOn < FIRST_DAY)))
      return undefined;
    if (typeof journey !== 'string' || !ID.test(journey)) return undefined;
    return typeof key === 'string' && KEY.test(key) ? { dueOn, journey, key } : undefined;
  } catch {
    return undefined;
  }
}

/** True for `next` of a page; another `after` would be taken for none at all. */
export const isInboxCursor = (cursor: string): boolean => placeOf(cursor) !== undefined;

const refuse = (guard: string, remedy: string): Refused => refusedFor('day-not-allowed', guard, [], remedy);

export function createInbox(reader: Reader & { readonly inbox: InboxStore }): Inbox {
  const { inbox: store, clock } = reader;
  const today = (): Day => dayInBerlin(clock.now());
  const noted = ({ submittedBy }: Sender) => ({ submittedBy, recordedAt: clock.now().toISOString() });
  /** The open task, also where it was put off. */
  async function taskOf(journey: string, key: string): Promise<InboxTask | Refused> {
    const query = { now: clock.now().toISOString(), journey, limit: 1000 };
    const open = [...(await store.list(query)), ...(await store.list({ ...query, snoozed: true }))];
    const remedy = `Journey ${journey} has no open task ${key}: list them again.`;
    return open.find((task) => task.key === key) ?? refusedFor('reference-unknown', 'task', [], remedy);
  }
  return {
    async inbox({ after, ...filter }) {
      const place = after === undefined ? undefined : placeOf(after);
      const query = { ...filter, now: clock.now().toISOString(), limit: filter.limit + 1 };
      const found = await store.list(place === undefined ? query : { ...query, after: place });
      const tasks = found.slice(0, filter.limit);
      const last = tasks.at(-1);
      return found.length > tasks.length && last !== undefined ? { tasks, next: cursorOf(last) } : { tasks };
    },
    async snooze(journey, key, followUpOn, sender) {
      const task = await taskOf(journey, key);
      if ('refusal' in task) return task;
      if (!isDay(followUpOn) || followUpOn <= today())
        return refuse('field:followUpOn', 'Put a task off to a day after today, YYYY-MM-DD.');
      if (task.clockKind === 'S' && task.dueOn !== undefined && followUpOn > task.dueOn)
        return refuse(
          'field:followUpOn',
          `${key} is a deadline of law: put it off to ${task.dueOn} at most.`,
        );
      await store.snooze(journey, key, followUpOn, noted(sender));
      return { result: 'accepted' };
    },
    async handOver(handover, sender) {
      const task = await taskOf(handover.journey, handover.key);
      if ('refusal' in task) return task;
      await store.handOver(handover, noted(sender));
      return { result: 'accepted' };
    },
    async remind(journey, key, sender) {
      const task = await taskOf(journey, key);
      return 'refusal' in task ? task : remind(reader, task, sender);
    },
    async addDeputy(deputy, sender) {
      const { account, from, to } = deputy;
      if (!isDay(from) || !isDay(to) || to < from)
        return refuse('field:to', 'Give from and to as days, to not before from.');
      if (account === deputy.deputy)
        return refusedFor(
          'fields-invalid',
          'field:deputy',
          [],
          'Nobody stands in for themselves: name another account.',
        );
      return { result: 'accepted', number: await store.addDeputy(deputy, noted(sender)) };
    },
    async withdrawDeputy(account, number, sender) {
      return (await store.withdrawDeputy(account, number, noted(sender)))
        ? { result: 'accepted' }
        : refusedFor('reference-unknown', 'deputy', [], `${account} has no deputy ${number} to withdraw.`);
    },
    actingFor: (deputy, on = today()) => store.deputies({ deputy, on }),
    deputiesOf: (account, on = today()) => store.deputies({ account, on }),
  };
}
