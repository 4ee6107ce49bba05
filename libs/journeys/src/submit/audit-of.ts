import type { Command, JourneyState, JsonObject } from '@lotse/domain';
import { auditText } from '@lotse/audit';
import type { Sender } from '../answer';

/** Who sent it, how and from where: the same members for every write. */
const accessOf = ({ submittedBy, principal, from }: Sender) => ({
  who: submittedBy,
  entrance: principal?.entrance ?? (submittedBy === 'system' ? ('system' as const) : ('shell' as const)),
  ...(from === undefined ? {} : { from }),
});

/** What the audit says of an accepted command: names of fields, and the digest that its id is known by. */
export const auditOf = (
  { command, sender, bodyHash, now }: { command: Command; sender: Sender; bodyHash: string; now: Date },
  { id, person, programme }: JourneyState,
): string =>
  auditText({
    at: now.toISOString(),
    ...accessOf(sender),
    action: 'command.submit',
    outcome: 'done',
    code: command.command,
    command: command.id,
    subjects: [`journey/${id}`, `person/${person}`],
    programme,
    fields: Object.keys(command.data).sort(),
    digest: bodyHash,
  });

/** What the audit says of a record's new version. */
export const recordAuditOf = (
  { type, id, line, now, sender }: { type: string; id: string; line: JsonObject; now: Date; sender: Sender },
  digest: string,
): string =>
  auditText({
    at: now.toISOString(),
    ...accessOf(sender),
    action: 'record.write',
    outcome: 'done',
    code: type,
    subjects: [`record/${type}/${id}`],
    ...(typeof line.programme === 'string' ? { programme: line.programme } : {}),
    fields: Object.keys(line).sort(),
    digest,
  });
