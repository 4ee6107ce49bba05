import type { Reminder } from '@lotse/journeys';

/** One row for each address that a fired clock concerns; what an address was told of before is left alone. */
const WRITE = `
  INSERT INTO reminder (contact_point, journey_id, clock, due_on, effect, programme, created_at)
  SELECT DISTINCT c.id, r.journey, r.clock, r."dueOn", r.effect, r.programme, r."firedAt"
  FROM jsonb_to_recordset($1::jsonb) AS r(journey text, programme text, clock text, "dueOn" date, effect text,
      "firedAt" timestamptz, "to" jsonb)
    CROSS JOIN jsonb_to_recordset(r."to") AS t(role text, organisation text, person text)
    JOIN contact_point c ON c.programme = r.programme AND c.role = t.role
      AND c.organisation IS NOT DISTINCT FROM t.organisation AND c.person IS NOT DISTINCT FROM t.person
  ON CONFLICT DO NOTHING`;

/** The statement's name, text and values. */
export const remindersStatement = (
  reminders: readonly Reminder[],
): { name: string; text: string; values: unknown[] } => ({
  name: 'write-reminders',
  text: WRITE,
  values: [JSON.stringify(reminders)],
});
