import type { Command, Context, Instant } from '@lotse/domain';
import { refusedFor, type Refused, type Sender } from '../answer';
import { dayIn } from '../zone';

/** Refuses a `recordedAt` that the sender may not give (domain.md, rule 10). */
export function recordedAtRefusal(
  recordedAt: Instant | undefined,
  { imported }: Sender,
  now: Date,
): Refused | undefined {
  if (recordedAt === undefined) return undefined;
  if (imported !== true)
    return refusedFor(
      'fields-invalid',
      'field:recordedAt',
      ['administrator'],
      'Remove recordedAt: only an import by an administrator may give it.',
    );
  if (Date.parse(recordedAt) > now.getTime())
    return refusedFor(
      'day-not-allowed',
      'field:recordedAt',
      ['administrator'],
      `recordedAt may not lie after now, ${now.toISOString()}.`,
    );
  return undefined;
}

/** When accepted facts were recorded: the instant given, or now but never before the journey's last fact. */
export function stampOf(
  command: Command,
  sender: Sender,
  moment: { readonly now: Date; readonly zone: string; readonly lastRecordedAt?: Instant },
): Context['stamp'] {
  const insertedAt = moment.now.toISOString();
  const { lastRecordedAt = insertedAt } = moment;
  const given = command.recordedAt === undefined ? undefined : new Date(command.recordedAt).toISOString();
  return {
    recordedAt: given ?? (lastRecordedAt > insertedAt ? lastRecordedAt : insertedAt),
    insertedAt,
    insertedOn: dayIn(moment.zone, moment.now),
    submittedBy: sender.submittedBy,
    imported: sender.imported ?? false,
  };
}
