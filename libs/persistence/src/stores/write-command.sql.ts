import type { JourneyWrite, StoredFact } from '@lotse/journeys';
import {
  changeListed,
  firstListed,
  listedValues,
  PLACEMENT_ROW,
  projectionValues,
  replaceContracts,
  replaceListed,
  replacePlacements,
} from './projection.sql';

const UPDATE_JOURNEY = `
  journey_row AS (
    UPDATE journey SET stage = $6, phase = $7, status = $8, version = $4, youngest_on = $9::date,
      last_recorded_at = $10::timestamptz, companies = $11::text[], snapshot = $12::jsonb, person = $14, template = $15,
      university = $17, assigned = $18::text[], tasks_from = $20::date, tasks_until = $21::date
    WHERE id = $2)`;

const INSERT_JOURNEY = `
  journey_row AS (
    INSERT INTO journey (id, programme, person, template, stage, phase, status, version, youngest_on, last_recorded_at, companies, snapshot,
      university, assigned, tasks_from, tasks_until)
    VALUES ($2, $13, $14, $15, $6, $7, $8, $4, $9::date, $10::timestamptz, $11::text[], $12::jsonb, $17, $18::text[], $20::date, $21::date))`;

/** New ids are plainly inserted, so that an id taken by another journey in the same moment is refused by its key. */
const NEW_ROWS = `
  new_placements AS (
    INSERT INTO placement (id, journey_id, person, from_day, to_day, hours_per_week, route, binding, stayed)
    SELECT p.id, $2, $14, p."from", p."to", p."hoursPerWeek", p.route, p.binding, p.stayed
    FROM jsonb_to_recordset($26::jsonb) AS p(${PLACEMENT_ROW})),
  new_contracts AS (INSERT INTO contract (id, journey_id) SELECT unnest($27::text[]), $2)`;

const PROJECTIONS = `,${NEW_ROWS},
  ${replacePlacements(22, 14)},
  ${replaceContracts(23)},
  ${replaceListed(24, 25)}`;

/** The same parameters, so that both are given the same values: rows that a new journey has none of yet are left as they are. */
const FIRST_PROJECTIONS = `,${NEW_ROWS},
  unused AS (SELECT $22::jsonb, $23::text[]),
  ${firstListed(24, 25)}`;

const LISTED = `,
  ${changeListed(22)}`;

const WAKE_AGAIN = `
  ON CONFLICT (journey_id) DO UPDATE SET version = excluded.version, claimed_until = NULL`;

/** Columns of a fact beside those of its journey and command, their values from JSON (`factJson`), and its members. */
export const FACT_COLUMNS = `version, seq, person, kind, happened_on, recorded_at, inserted_at,
      inserted_on, actor_role, actor_organisation, submitted_by, template, rule_pack, pack_assumed, supersedes, struck,
      approved_by, data, secret`;
export const FACT_VALUES = `f.version, f.seq, f.person, f.kind, f.happened_on, f.recorded_at, f.inserted_at,
      f.inserted_on, f.actor_role, f.actor_organisation, f.submitted_by, f.template, f.rule_pack, f.pack_assumed, f.supersedes, f.struck,
      f.approved_by, f.data, decode(f.secret, 'base64')`;
export const FACT_ROW = `version int, seq int, person text, kind text, happened_on date, recorded_at timestamptz,
      inserted_at timestamptz, inserted_on date, actor_role text, actor_organisation text, submitted_by text, template text, rule_pack text,
      pack_assumed boolean, supersedes int, struck boolean, approved_by text, data jsonb, secret text`;

/** Everything that a command changes, in one statement and so in one trip to the server. */
const statement = (journey: string, projections: string, upsert = WAKE_AGAIN): string => `
  WITH accepted AS (INSERT INTO command (id, journey_id, body_hash, version, batch) VALUES ($1, $2, $3, $4, $16)),
  audited AS (INSERT INTO audit_waiting (entry) VALUES ($19)),
  ${journey},
  facts AS (
    INSERT INTO fact (journey_id, programme, command_id, ${FACT_COLUMNS})
    SELECT $2, $13, $1, ${FACT_VALUES}
    FROM jsonb_to_recordset($5::jsonb) AS f(${FACT_ROW}))${projections}
  INSERT INTO wake (journey_id, version) VALUES ($2, $4)${upsert}`;

/** Texts for one purpose: an update is cheaper than an upsert, and most commands touch no placement, many nothing that is listed. */
const STATEMENTS = {
  'write-first-projecting': statement(INSERT_JOURNEY, FIRST_PROJECTIONS, ''),
  'write-next': statement(UPDATE_JOURNEY, ''),
  'write-next-listing': statement(UPDATE_JOURNEY, LISTED),
  'write-next-projecting': statement(UPDATE_JOURNEY, PROJECTIONS),
};

export const factJson = ({ fact, person, secret }: StoredFact): Record<string, unknown> => ({
  version: fact.version,
  seq: fact.seq,
  person,
  kind: fact.kind,
  happened_on: fact.happenedOn,
  recorded_at: fact.recordedAt,
  inserted_at: fact.insertedAt,
  inserted_on: fact.insertedOn,
  actor_role: fact.by.role,
  actor_organisation: fact.by.organisation,
  submitted_by: fact.submittedBy,
  template: fact.template,
  rule_pack: fact.rulePack,
  pack_assumed: fact.packAssumed ?? false,
  supersedes: fact.correction?.supersedes,
  struck: fact.correction?.struck ?? false,
  approved_by: fact.correction?.approvedBy,
  data: fact.data,
  secret: secret?.toString('base64'),
});

/** A new journey always writes all its rows. */
function nameOf({ before, projection, listed }: JourneyWrite): keyof typeof STATEMENTS {
  if (before.version === 0) return 'write-first-projecting';
  if (projection !== undefined) return 'write-next-projecting';
  return listed === undefined ? 'write-next' : 'write-next-listing';
}

/** The statement's name, text and values. */
export function writeStatement(write: JourneyWrite): { name: string; text: string; values: unknown[] } {
  const { after, projection, listed } = write;
  const name = nameOf(write);
  const values = [
    write.commandId,
    after.id,
    write.bodyHash,
    after.version,
    JSON.stringify(write.facts.map(factJson)),
    after.stage.code,
    write.phase,
    after.status.code,
    after.youngestOn,
    write.lastRecordedAt,
    write.companies,
    JSON.stringify(after),
    after.programme,
    after.person,
    after.template,
    write.batch ?? null,
    after.university,
    write.assigned,
    write.audit,
    write.tasksHold.from,
    write.tasksHold.until ?? null,
  ];
  if (listed !== undefined)
    return { name, text: STATEMENTS[name], values: [...values, ...listedValues(listed)] };
  if (projection === undefined) return { name, text: STATEMENTS[name], values };
  const created = [JSON.stringify(write.newPlacements), write.newContracts];
  return { name, text: STATEMENTS[name], values: [...values, ...projectionValues(projection), ...created] };
}
