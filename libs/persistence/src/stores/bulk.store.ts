import type { BulkStore, JourneyWrite, Projection, WrittenJourney } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { writeFigures } from '../figures/figure-transaction';
import { CLOCK_ROW, PLACEMENT_ROW, TASK_ROW } from './projection.sql';
import { withSession, type SqlSession } from './sql-session';
import { FACT_COLUMNS, FACT_ROW, FACT_VALUES, factJson } from './write-command.sql';

/** The same columns as the statements of single commands write, for many journeys at once. */
const LOADS: readonly (readonly [
  name: string,
  text: string,
  rows: (journey: Loaded) => readonly unknown[],
])[] = [
  [
    'load-commands',
    `INSERT INTO command (id, journey_id, body_hash, version, batch)
     SELECT id, journey_id, body_hash, version, batch
     FROM jsonb_to_recordset($1::jsonb) AS r(id text, journey_id text, body_hash text, version int, batch text)`,
    ({ commands, id: journey }) =>
      commands.map(({ id, bodyHash, version, batch }) => ({
        id,
        journey_id: journey,
        body_hash: bodyHash,
        version,
        batch,
      })),
  ],
  [
    'load-audit',
    `INSERT INTO audit_waiting (entry) SELECT entry FROM jsonb_to_recordset($1::jsonb) AS r(entry text)`,
    ({ commands }) => commands.map(({ audit }) => ({ entry: audit })),
  ],
  [
    'load-journeys',
    `INSERT INTO journey (id, programme, person, template, stage, phase, status, version, youngest_on, last_recorded_at, companies,
       snapshot, university, assigned, tasks_from, tasks_until)
     SELECT id, programme, person, template, stage, phase, status, version, youngest_on, last_recorded_at, companies,
       snapshot, university, assigned, tasks_from, tasks_until
     FROM jsonb_to_recordset($1::jsonb) AS r(id text, programme text, person text, template text, stage text, phase text,
       status text, version int, youngest_on date, last_recorded_at timestamptz, companies text[], snapshot jsonb, university text,
       assigned text[], tasks_from date, tasks_until date)`,
    ({ id, last }) => [
      {
        id,
        programme: last.after.programme,
        person: last.after.person,
        template: last.after.template,
        stage: last.after.stage.code,
        phase: last.phase,
        status: last.after.status.code,
        version: last.after.version,
        youngest_on: last.after.youngestOn,
        last_recorded_at: last.lastRecordedAt,
        companies: last.companies,
        snapshot: last.after,
        university: last.after.university,
        assigned: last.assigned,
        tasks_from: last.tasksHold.from,
        tasks_until: last.tasksHold.until,
      },
    ],
  ],
  [
    'load-facts',
    `INSERT INTO fact (journey_id, programme, command_id, ${FACT_COLUMNS})
     SELECT f.journey_id, f.programme, f.command_id, ${FACT_VALUES}
     FROM jsonb_to_recordset($1::jsonb) AS f(journey_id text, programme text, command_id text, ${FACT_ROW})`,
    ({ id: journey, commands, last: { after } }) =>
      commands.flatMap(({ id, facts }) =>
        facts.map((fact) => ({
          ...factJson(fact),
          journey_id: journey,
          programme: after.programme,
          command_id: id,
        })),
      ),
  ],
  [
    'load-placements',
    `INSERT INTO placement (id, journey_id, person, from_day, to_day, hours_per_week, route, binding, stayed)
     SELECT n.id, n.journey_id, n.person, n."from", n."to", n."hoursPerWeek", n.route, n.binding, n.stayed
     FROM jsonb_to_recordset($1::jsonb) AS n(journey_id text, person text, ${PLACEMENT_ROW})`,
    ({ id, last }) =>
      rowsOf(last).placements.map((row) => ({ ...row, journey_id: id, person: last.after.person })),
  ],
  [
    'load-contracts',
    `INSERT INTO contract (id, journey_id)
     SELECT id, journey_id FROM jsonb_to_recordset($1::jsonb) AS r(id text, journey_id text)`,
    ({ id, last }) => rowsOf(last).contracts.map((contract) => ({ id: contract, journey_id: id })),
  ],
  [
    'load-clocks',
    `INSERT INTO journey_clock (journey_id, code, due_on, due_at, original_due_on, effect, who, also, kind, source, unverified,
       as_a_rule, overdue, stopped)
     SELECT n.journey_id, n.code, n."dueOn", n."dueAt", n."originalDueOn", n.effect, n.who,
       ARRAY(SELECT jsonb_array_elements_text(n.also)), n.kind, n.source, n.unverified, n."asARule", n.overdue, n.stopped
     FROM jsonb_to_recordset($1::jsonb) AS n(journey_id text, ${CLOCK_ROW})`,
    ({ id, last }) => rowsOf(last).clocks.map((row) => ({ ...row, journey_id: id })),
  ],
  [
    'load-tasks',
    `INSERT INTO journey_task (journey_id, key, kind, who, also, text, blocks, due_on)
     SELECT n.journey_id, n.key, n.kind, n.who, ARRAY(SELECT jsonb_array_elements_text(n.also)), n.text, n.blocks, n."dueOn"
     FROM jsonb_to_recordset($1::jsonb) AS n(journey_id text, ${TASK_ROW})`,
    ({ id, last }) => rowsOf(last).tasks.map((row) => ({ ...row, journey_id: id })),
  ],
  [
    'load-wakes',
    `INSERT INTO wake (journey_id, version)
     SELECT journey_id, version FROM jsonb_to_recordset($1::jsonb) AS r(journey_id text, version int)`,
    ({ id, last }) => [{ journey_id: id, version: last.after.version }],
  ],
];

interface Loaded extends WrittenJourney {
  readonly id: string;
}

/** @throws Error when only what changes was given */
function rowsOf({ projection, after: { id } }: JourneyWrite): Projection {
  if (projection === undefined) throw new Error(`Journey ${id} is to be loaded with all of its rows`);
  return projection;
}

async function load(session: SqlSession, journeys: readonly Loaded[]): Promise<void> {
  for (const [name, text, rows] of LOADS)
    await session.query(name, text, [JSON.stringify(journeys.flatMap(rows))]);
  await writeFigures(
    session,
    journeys.flatMap(({ figures }) => figures),
  );
}

/** Whole journeys on PostgreSQL, in one transaction each call. */
export const createBulkStore = (dataSource: DataSource): BulkStore => ({
  load: (journeys) =>
    withSession(dataSource, (session) =>
      load(
        session,
        journeys.map((journey) => ({ ...journey, id: journey.last.after.id })),
      ),
    ),
});
