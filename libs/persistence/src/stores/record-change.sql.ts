/** A version that repeats the last one without its sealed words and strikes it out. */
export const STRIKE = `WITH audited AS (INSERT INTO audit_waiting (entry) VALUES ($8))
  INSERT INTO record (type, id, version, recorded_at, inserted_at, programme, organisation, body, body_hash, struck)
  SELECT type, id, $3, $4, $5, programme, organisation, body, $6, $7 FROM record
  WHERE type = $1 AND id = $2 AND version = $3::integer - 1`;

/** The day from which a record counts; targets count nowhere. */
const COUNTS_FROM = `CASE WHEN r.type = 'target' THEN NULL ELSE coalesce(r.body->>'on', r.body->>'from', r.body->>'dueOn',
  (SELECT min(day->>'date') FROM jsonb_array_elements(r.body->'days') day)) END`;

/** The oldest signed report by whose day and knowledge a version of the record counted; who wants it changed so far. */
export const SIGNED = `SELECT
  (SELECT rep.id FROM report rep JOIN record r ON r.programme = rep.programme AND r.recorded_at <= rep.known_at
   WHERE r.type = $1 AND r.id = $2 AND r.struck IS NULL AND rep.state = 'signed'
     AND ${COUNTS_FROM} <= to_char(rep.as_of, 'YYYY-MM-DD')
   ORDER BY rep.known_at, rep.id LIMIT 1) AS report,
  (SELECT jsonb_build_object('by', proposed_by, 'change', change) FROM record_proposal
   WHERE type = $1 AND id = $2) AS proposed`;

export const PROPOSE = `WITH audited AS (INSERT INTO audit_waiting (entry) VALUES ($7))
  INSERT INTO record_proposal (type, id, programme, change, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (type, id) DO UPDATE SET change = excluded.change, proposed_by = excluded.proposed_by,
    proposed_at = excluded.proposed_at`;

export const SETTLE = `DELETE FROM record_proposal WHERE type = $1 AND id = $2`;
