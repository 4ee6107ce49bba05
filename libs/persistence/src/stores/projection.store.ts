import type { JourneyState } from '@lotse/domain';
import type { Projection, ProjectionStore, StoredJourney } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import {
  replaceContracts,
  replaceListed,
  replacePlacements,
  PLACEMENT_ROW,
  projectionValues,
} from './projection.sql';
import { tasksHoldOf } from './find-for-command.sql';
import { withSession, type SqlSession } from './sql-session';

const STORED = `
  SELECT programme, person, template, stage, phase, status, version, youngest_on::text AS "youngestOn",
    last_recorded_at AS "lastRecordedAt", companies, university, assigned, snapshot,
    tasks_from::text AS "tasksFrom", tasks_until::text AS "tasksUntil",
    (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', t.key, 'kind', t.kind, 'who', t.who, 'also', t.also,
        'text', t.text, 'blocks', t.blocks, 'dueOn', t.due_on)) ORDER BY t.key COLLATE "C"), '[]')
      FROM journey_task t WHERE t.journey_id = journey.id) AS tasks,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'from', p.from_day, 'to', p.to_day,
        'hoursPerWeek', p.hours_per_week, 'route', p.route, 'binding', p.binding, 'stayed', p.stayed)
        ORDER BY p.id COLLATE "C"), '[]')
      FROM placement p WHERE p.journey_id = journey.id) AS placements,
    ARRAY(SELECT c.id FROM contract c WHERE c.journey_id = journey.id ORDER BY c.id COLLATE "C") AS contracts,
    (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', c.code, 'dueOn', c.due_on,
        'dueAt', to_char(c.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'originalDueOn', c.original_due_on, 'effect', c.effect, 'who', c.who, 'also', c.also, 'kind', c.kind,
        'source', c.source, 'unverified', c.unverified, 'asARule', c.as_a_rule, 'overdue', c.overdue,
        'stopped', c.stopped)) ORDER BY c.due_on, c.code COLLATE "C"), '[]')
      FROM journey_clock c WHERE c.journey_id = journey.id) AS clocks
  FROM journey WHERE id = $1`;

interface Row extends Omit<StoredJourney, 'lastRecordedAt' | 'listed' | 'tasksHold'> {
  readonly tasksFrom: string | null;
  readonly tasksUntil: string | null;
  readonly tasks: Projection['tasks'];
  readonly lastRecordedAt: Date;
  readonly placements: Projection['placements'];
  readonly contracts: Projection['contracts'];
  readonly clocks: Projection['clocks'];
  readonly snapshot: JourneyState;
}

const REBUILD = `
  WITH journey_row AS (
    UPDATE journey SET stage = $1, phase = $3, status = $4, version = $5, youngest_on = $6::date,
      last_recorded_at = $7::timestamptz, companies = $8::text[], snapshot = $9::jsonb, programme = $10, template = $11,
      person = $12, university = $13, assigned = $14::text[], tasks_from = $19::date, tasks_until = $20::date
    WHERE id = $2),
  lost_placements AS (
    INSERT INTO placement (id, journey_id, person, from_day, to_day, hours_per_week, route, binding, stayed)
    SELECT n.id, $2, $12, n."from", n."to", n."hoursPerWeek", n.route, n.binding, n.stayed
    FROM jsonb_to_recordset($15::jsonb) AS n(${PLACEMENT_ROW})
    WHERE NOT EXISTS (SELECT FROM placement p WHERE p.id = n.id AND p.journey_id = $2)),
  lost_contracts AS (
    INSERT INTO contract (id, journey_id) SELECT n.id, $2 FROM unnest($16::text[]) AS n(id)
    WHERE NOT EXISTS (SELECT FROM contract c WHERE c.id = n.id AND c.journey_id = $2)),
  ${replacePlacements(15, 12)},
  ${replaceContracts(16)},
  ${replaceListed(17, 18)}
  SELECT`;

/** A day is over when it is over in the programme's zone. */
const LAPSED = `
  WITH host AS (
    SELECT DISTINCT ON (id) id, ($1::timestamptz AT TIME ZONE coalesce(body ->> 'timeZone', 'Europe/Berlin'))::date AS today
    FROM record WHERE type = 'programme' ORDER BY id, version DESC)
  SELECT j.id FROM journey j JOIN host ON host.id = j.programme
  WHERE j.status = 'open' AND (j.tasks_from IS NULL OR j.tasks_until < host.today) ORDER BY j.id LIMIT $2`;

/** Writes everything anew that differs from what the facts give. The journey is locked by the caller. */
export async function rebuildJourney(
  session: SqlSession,
  journey: string,
  stored: StoredJourney,
): Promise<void> {
  await session.query('rebuild', REBUILD, [
    stored.stage,
    journey,
    stored.phase,
    stored.status,
    stored.version,
    stored.youngestOn,
    stored.lastRecordedAt,
    stored.companies,
    JSON.stringify(stored.snapshot),
    stored.programme,
    stored.template,
    stored.person,
    stored.university,
    stored.assigned,
    ...projectionValues(stored.listed),
    stored.tasksHold?.from ?? null,
    stored.tasksHold?.until ?? null,
  ]);
}

export const createProjectionStore = (dataSource: DataSource): ProjectionStore => ({
  stored: async (journey) => {
    const [row] = await withSession(dataSource, (session) => session.query<Row>('stored', STORED, [journey]));
    if (row === undefined) return undefined;
    const { placements, contracts, clocks, tasks, tasksFrom, tasksUntil, lastRecordedAt, ...rest } = row;
    return {
      ...rest,
      lastRecordedAt: lastRecordedAt.toISOString(),
      ...(tasksFrom === null ? {} : { tasksHold: tasksHoldOf(tasksFrom, tasksUntil) }),
      listed: { placements, contracts, clocks, tasks },
    };
  },
  lapsed: async (now, limit) => {
    const rows = await withSession(dataSource, (session) =>
      session.query<{ id: string }>('lapsed', LAPSED, [now, limit]),
    );
    return rows.map(({ id }) => id);
  },
});
