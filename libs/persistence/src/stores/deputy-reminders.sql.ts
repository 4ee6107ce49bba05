import { STANDS_IN } from './inbox.store';

/** Where the mails of a deputy stand among those of contact points: no contact point has a slash in its id. */
const PLACE = `'account/' || d.deputy || '/' || r.programme`;

/** Whoever stands in on day `$2` for the account that reads address `c`. */
const DEPUTY = `deputy d ON d.account = c.account AND ${STANDS_IN('$2::date')}
    JOIN account a ON a.id = d.deputy AND a.status = 'active'`;

/** What waits for an address waits for the deputies of its account too, but for what an address of their own tells them. */
export const TELL_DEPUTIES = `
  INSERT INTO reminder (contact_point, journey_id, clock, due_on, effect, programme, created_at)
  SELECT DISTINCT ON (1, 2, 3, 4) ${PLACE}, r.journey_id, r.clock, r.due_on, r.effect, r.programme, r.created_at
  FROM reminder r JOIN contact_point c ON c.id = r.contact_point JOIN ${DEPUTY}
  WHERE r.programme = $1 AND r.outbox_id IS NULL
    AND NOT EXISTS (SELECT FROM reminder told JOIN contact_point own ON own.id = told.contact_point
      WHERE own.account = d.deputy AND told.journey_id = r.journey_id AND told.clock = r.clock AND told.due_on = r.due_on)
  ORDER BY 1, 2, 3, 4, r.created_at
  ON CONFLICT DO NOTHING`;

/** What waits for a deputy goes with the days of standing in, with the address, or with what it tells of. */
export const LEAVE_DEPUTIES = `
  DELETE FROM reminder r WHERE r.programme = $1 AND r.outbox_id IS NULL AND r.contact_point LIKE 'account/%'
    AND NOT EXISTS (SELECT FROM reminder o JOIN contact_point c ON c.id = o.contact_point JOIN ${DEPUTY}
      WHERE r.contact_point = ${PLACE} AND o.journey_id = r.journey_id AND o.clock = r.clock AND o.due_on = r.due_on)`;
