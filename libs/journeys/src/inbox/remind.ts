import type { Day, Role } from '@lotse/domain';
import { refusedFor, type Refused, type Sender } from '../answer';
import { recipientOf, silencedBy } from '../outbox/reminders-of';
import type { InboxStore, InboxTask } from '../ports/inbox-store.port';
import { viewJourney, type Reader } from '../read/view-journey';

/** Who was reminded on a day, at how many addresses; `repeated` when it was done that day before. */
export type RemindAnswer =
  | {
      readonly result: 'accepted' | 'repeated';
      readonly who: Role;
      readonly addresses: number;
      readonly on: Day;
    }
  | Refused;

/** What the mail calls a task: its clock, or the guard that it meets. The day makes it another item than the clock's own mail. */
function itemOf({ key, kind, text }: InboxTask, on: Day): string {
  const [, , guard = kind] = key.split(':');
  const what = kind === 'clock' ? text : `guard.${kind.startsWith('guard') ? guard : kind}`;
  return `${what}.asked-${on}`;
}

/**
 * Has a task's mail sent to those who are to do it, with the next mail of the day. At most once a day for each task. Roles whose
 * consent to mail is withdrawn are told of deadlines of law alone.
 */
export async function remind(
  reader: Reader & { readonly inbox: InboxStore },
  task: InboxTask,
  { submittedBy }: Sender,
): Promise<RemindAnswer> {
  const { journey, key, who, programme } = task;
  const now = reader.clock.now();
  const viewed = await viewJourney(reader, journey, now);
  if (viewed === undefined)
    return refusedFor('reference-unknown', 'journey', [], `There is no journey ${journey}.`);
  const { state, context } = viewed;
  const on = context.today;
  const isSilenced = task.clockKind !== 'S' && silencedBy(state).includes(who);
  const to = isSilenced ? undefined : recipientOf(state, context, who);
  const firedAt = now.toISOString();
  const { addresses, isNew } = await reader.inbox.remind(
    { journey, key, on, who },
    {
      journey,
      programme,
      clock: itemOf(task, on),
      dueOn: task.dueOn ?? on,
      effect: task.kind === 'clock' ? 'remind' : 'task',
      firedAt,
      to: to === undefined ? [] : [to],
    },
    { submittedBy, recordedAt: firedAt },
  );
  if (addresses > 0) return { result: isNew ? 'accepted' : 'repeated', who, addresses, on };
  return refusedFor(
    'reference-unknown',
    'contact-point',
    ['administrator'],
    `No mail address is known for the ${who} of journey ${journey}, or they may not be written to: keep an address, or ask them yourself.`,
  );
}
