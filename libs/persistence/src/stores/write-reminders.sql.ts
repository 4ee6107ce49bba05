import type { JourneyWrite, Reminder } from '@lotse/journeys';

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

/** What waits to be told and is in no mail yet. */
const SILENCE = `
  DELETE FROM reminder r USING contact_point c
  WHERE r.journey_id = $1 AND r.outbox_id IS NULL AND c.id = r.contact_point AND c.role = ANY ($2)
    AND split_part(r.clock, '.', 1) <> ALL ($3)`;

/** Takes back what waits for roles that are not to be told any more, but for clocks of law. */
export const silenceStatement = (
  journey: string,
  { roles, spared }: JourneyWrite['silenced'],
): { name: string; text: string; values: unknown[] } => ({
  name: 'silence-reminders',
  text: SILENCE,
  values: [journey, roles, spared],
});
