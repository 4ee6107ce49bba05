import type { ListedChange, Projection } from '@lotse/journeys';

/** Columns of a placement in JSON, as the port names them. */
export const PLACEMENT_ROW =
  'id text, "from" date, "to" date, "hoursPerWeek" numeric, route text, binding boolean, stayed boolean';

export const CLOCK_ROW = `code text, "dueOn" date, "dueAt" timestamptz, "originalDueOn" date, effect text, who text, also jsonb,
    kind text, source text, unverified boolean, "asARule" boolean, overdue boolean, stopped boolean`;

export const TASK_ROW = 'key text, kind text, who text, also jsonb, text text, blocks text, "dueOn" date';

const json = (parameter: number, columns: string, alias = 'n'): string =>
  `jsonb_to_recordset($${parameter}::jsonb) AS ${alias}(${columns})`;

/** Writes only rows that differ; `person` is the parameter of the journey's person, $2 everywhere the journey. */
export const replacePlacements = (rows: number, person: number): string => `
  changed_placements AS (
    UPDATE placement SET person = $${person}, from_day = n."from", to_day = n."to", hours_per_week = n."hoursPerWeek",
      route = n.route, binding = n.binding, stayed = n.stayed
    FROM ${json(rows, PLACEMENT_ROW)}
    WHERE placement.id = n.id AND placement.journey_id = $2
      AND (placement.person, placement.from_day, placement.to_day, placement.hours_per_week, placement.route,
        placement.binding, placement.stayed)
        IS DISTINCT FROM ($${person}, n."from", n."to", n."hoursPerWeek", n.route, n.binding, n.stayed)),
  gone_placements AS (DELETE FROM placement WHERE journey_id = $2
    AND NOT EXISTS (SELECT FROM ${json(rows, PLACEMENT_ROW)} WHERE n.id = placement.id))`;

export const replaceContracts = (ids: number): string => `
  gone_contracts AS (DELETE FROM contract WHERE journey_id = $2 AND id <> ALL ($${ids}::text[]))`;

/** Rows that stay as they are are not written. */
const putClocks = (rows: number): string => `
    INSERT INTO journey_clock AS old (journey_id, code, due_on, due_at, original_due_on, effect, who, also, kind, source,
      unverified, as_a_rule, overdue, stopped)
    SELECT $2, n.code, n."dueOn", n."dueAt", n."originalDueOn", n.effect, n.who,
      ARRAY(SELECT jsonb_array_elements_text(n.also)), n.kind, n.source, n.unverified, n."asARule", n.overdue, n.stopped
    FROM ${json(rows, CLOCK_ROW)}`;

const CLOCK_UPSERT = `
    ON CONFLICT (journey_id, code, due_on) DO UPDATE SET due_at = excluded.due_at,
      original_due_on = excluded.original_due_on, effect = excluded.effect, who = excluded.who, also = excluded.also,
      kind = excluded.kind, source = excluded.source, unverified = excluded.unverified, as_a_rule = excluded.as_a_rule,
      overdue = excluded.overdue, stopped = excluded.stopped
    WHERE old.* IS DISTINCT FROM excluded.*`;

const putTasks = (rows: number): string => `
    INSERT INTO journey_task AS old (journey_id, key, kind, who, also, text, blocks, due_on)
    SELECT $2, n.key, n.kind, n.who, ARRAY(SELECT jsonb_array_elements_text(n.also)), n.text, n.blocks, n."dueOn" FROM ${json(rows, TASK_ROW)}`;

const TASK_UPSERT = `
    ON CONFLICT (journey_id, key) DO UPDATE SET kind = excluded.kind, who = excluded.who, also = excluded.also,
      text = excluded.text, blocks = excluded.blocks, due_on = excluded.due_on
    WHERE old.* IS DISTINCT FROM excluded.*`;

/**
 * Of a journey that begins with this statement: plain inserts. An upsert has to see the row that it leaves (row-level security), and
 * a statement does not see the journey that it makes.
 */
export const firstListed = (clocks: number, tasks: number): string => `
  clocks AS (${putClocks(clocks)}),
  tasks AS (${putTasks(tasks)})`;

/** What is due, and what is to be done: rows that stay as they are are not written. */
export const replaceListed = (clocks: number, tasks: number): string => `
  gone_clocks AS (DELETE FROM journey_clock old WHERE journey_id = $2
    AND NOT EXISTS (SELECT FROM ${json(clocks, CLOCK_ROW)} WHERE n.code = old.code AND n."dueOn" = old.due_on)),
  clocks AS (${putClocks(clocks)}${CLOCK_UPSERT}),
  gone_tasks AS (DELETE FROM journey_task old WHERE journey_id = $2
    AND NOT EXISTS (SELECT FROM ${json(tasks, TASK_ROW)} WHERE n.key = old.key)),
  tasks AS (${putTasks(tasks)}${TASK_UPSERT})`;

/** Four parameters from `first` on: gone clocks and changed ones, keys of gone tasks and changed ones. */
export const changeListed = (first: number): string => `
  gone_clocks AS (DELETE FROM journey_clock old USING ${json(first, 'code text, "dueOn" date')}
    WHERE old.journey_id = $2 AND old.code = n.code AND old.due_on = n."dueOn"),
  clocks AS (${putClocks(first + 1)}${CLOCK_UPSERT}),
  gone_tasks AS (DELETE FROM journey_task WHERE journey_id = $2 AND key = ANY ($${first + 2}::text[])),
  tasks AS (${putTasks(first + 3)}${TASK_UPSERT})`;

export const listedValues = ({ goneClocks, clocks, goneTasks, tasks }: ListedChange): unknown[] => [
  JSON.stringify(goneClocks),
  JSON.stringify(clocks),
  goneTasks,
  JSON.stringify(tasks),
];

/** Placements, contracts, clocks and tasks as four parameters, in this order. */
export const projectionValues = ({ placements, contracts, clocks, tasks }: Projection): unknown[] => [
  JSON.stringify(placements),
  contracts,
  JSON.stringify(clocks),
  JSON.stringify(tasks),
];
