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

/**
 * What waits to be told, and what stands in mails that nobody has taken yet, dead ones too: those may be sent again. A mail of
 * which nothing is left goes with it. A deputy is told no more than those who are away.
 */
const SILENCE = `
  WITH taken AS (
    DELETE FROM reminder r
    WHERE r.journey_id = $1 AND CASE WHEN r.contact_point LIKE 'account/%'
        THEN NOT EXISTS (SELECT FROM reminder o JOIN contact_point c ON c.id = o.contact_point WHERE c.account IS NOT NULL
          AND c.role <> ALL ($2) AND o.journey_id = r.journey_id AND o.clock = r.clock AND o.due_on = r.due_on)
        ELSE EXISTS (SELECT FROM contact_point c WHERE c.id = r.contact_point AND c.role = ANY ($2)) END
      AND split_part(r.clock, '.', 1) <> ALL ($3)
      AND (r.outbox_id IS NULL OR EXISTS (SELECT FROM outbox o WHERE o.id = r.outbox_id AND o.delivered_at IS NULL))
    RETURNING r.outbox_id),
  mails AS (
    SELECT o.id, (SELECT coalesce(jsonb_agg(i.item ORDER BY i.at), '[]')
        FROM jsonb_array_elements(o.data -> 'items') WITH ORDINALITY AS i(item, at)
        WHERE i.item ->> 'journey' <> $1 OR split_part(i.item ->> 'clock', '.', 1) = ANY ($3)) AS items
    FROM outbox o WHERE o.id IN (SELECT outbox_id FROM taken)),
  emptied AS (DELETE FROM outbox o USING mails m WHERE o.id = m.id AND m.items = '[]')
  UPDATE outbox o SET data = jsonb_set(o.data, '{items}', m.items) FROM mails m WHERE o.id = m.id AND m.items <> '[]'`;

/** Takes back what roles are not to be told any more, but for clocks of law. To be sent across scopes: addresses are others'. */
export const silenceStatement = (
  journey: string,
  { roles, spared }: JourneyWrite['silenced'],
): { name: string; text: string; values: unknown[] } => ({
  name: 'silence-reminders',
  text: SILENCE,
  values: [journey, roles, spared],
});
