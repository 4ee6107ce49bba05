import type { DeputyRow, InboxQuery, InboxStore, InboxTask } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { inReach, isPresentParty, reachValue } from './reach.sql';
import { withSession } from './sql-session';

/** A row of `deputy d` that holds and was not withdrawn. @param on the day */
export const STANDS_IN = (
  on: string,
): string => `d.withdraws IS NULL AND d.from_day <= ${on} AND d.to_day >= ${on}
    AND NOT EXISTS (SELECT FROM deputy w WHERE w.account = d.account AND w.withdraws = d.number)`;

/** Clocks and guards alike. A day is over when it is over in the programme's zone. */
const LIST = `
  WITH host AS (
    SELECT DISTINCT ON (id) id, ($1::timestamptz AT TIME ZONE coalesce(body ->> 'timeZone', 'Europe/Berlin'))::date AS today
    FROM record WHERE type = 'programme' ORDER BY id, version DESC
  ), todo AS (
    SELECT journey_id, 'clock:' || code || ':' || due_on AS key, 'clock' AS kind, who, also, code AS text,
      NULL AS blocks, due_on, stopped, as_a_rule, kind AS clock_kind, effect, source
    FROM journey_clock
    UNION ALL
    SELECT journey_id, key, kind, who, also, text, blocks, due_on, false, false, NULL, NULL, NULL FROM journey_task
  )
  SELECT t.journey_id AS journey, j.programme, j.person, j.stage, t.key, t.kind, t.who, t.also, t.text, t.blocks,
    t.due_on::text AS "dueOn", coalesce(t.due_on < host.today AND NOT t.as_a_rule, false) AS overdue, t.stopped,
    t.clock_kind AS "clockKind", t.effect, t.source, s.follow_up_on::text AS "followUpOn", h.account AS "handedTo",
    h.reason AS "handoverReason", a.on_day::text AS "remindedOn"
  FROM todo t
  JOIN journey j ON j.id = t.journey_id
  JOIN host ON host.id = j.programme
  LEFT JOIN LATERAL (SELECT follow_up_on FROM snooze WHERE snooze.journey_id = t.journey_id AND snooze.key = t.key
    ORDER BY number DESC LIMIT 1) s ON s.follow_up_on > host.today
  LEFT JOIN LATERAL (SELECT account, reason FROM handover WHERE handover.journey_id = t.journey_id
    AND handover.key = t.key ORDER BY number DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (SELECT on_day FROM task_reminder WHERE task_reminder.journey_id = t.journey_id
    AND task_reminder.key = t.key ORDER BY on_day DESC LIMIT 1) a ON true
  WHERE ($2::text IS NULL OR CASE WHEN $7::boolean THEN t.who <> $2 AND t.blocks IS NOT NULL
      ELSE t.who = $2 OR $2 = ANY (t.also) END)
    AND ($3::text IS NULL OR $3 = ANY (j.companies) OR $3 = j.snapshot ->> 'university')
    AND ($4::text IS NULL OR j.programme = $4)
    AND ($5::text IS NULL OR j.id = $5)
    AND ($6::date IS NULL OR t.due_on <= $6)
    AND (s.follow_up_on IS NOT NULL) = $8::boolean
    AND ($16::text IS NULL OR h.account = $16 OR h.account IN (
      SELECT d.account FROM deputy d WHERE d.deputy = $16 AND ${STANDS_IN('host.today')}))
    AND ${inReach('$13', 'j')}
    AND ($14::text[] IS NULL OR ((t.who = ANY ($14) OR t.also && $14) AND ${isPresentParty('$13', 'j')}))
    AND split_part(split_part(CASE t.kind WHEN 'clock' THEN t.text ELSE t.key END, '.', 1), ':', 1) <> ALL ($15)
    AND ($9::text IS NULL OR (coalesce(t.due_on, 'infinity'), t.journey_id, t.key) > ($9::date, $10, $11))
  ORDER BY coalesce(t.due_on, 'infinity'), t.journey_id, t.key
  LIMIT $12`;

/** The note and what the addresses are told are written by one statement; see `InboxStore.remind`. */
const REMIND = `
  WITH told AS (
    SELECT DISTINCT c.id FROM jsonb_to_recordset($1::jsonb) AS t(role text, organisation text, person text)
    JOIN contact_point c ON c.programme = $2 AND c.role = t.role
      AND c.organisation IS NOT DISTINCT FROM t.organisation AND c.person IS NOT DISTINCT FROM t.person),
  asked AS (
    INSERT INTO task_reminder (journey_id, key, on_day, who, submitted_by, recorded_at)
    SELECT $3, $4, $5, $6, $7, $8 WHERE EXISTS (SELECT FROM told) ON CONFLICT DO NOTHING RETURNING key),
  written AS (
    INSERT INTO reminder (contact_point, journey_id, clock, due_on, effect, programme, created_at)
    SELECT told.id, $3, $9, $10, $11, $2, $8 FROM told, asked ON CONFLICT DO NOTHING)
  SELECT (SELECT count(*)::integer FROM told) AS addresses, EXISTS (SELECT FROM asked) AS "isNew"`;

const DEPUTIES = `
  SELECT account, number, deputy, from_day::text AS "from", to_day::text AS "to" FROM deputy d
  WHERE ${STANDS_IN('$3')}
    AND ($1::text IS NULL OR d.account = $1) AND ($2::text IS NULL OR d.deputy = $2)
  ORDER BY account, number`;

const WITHDRAW = `
  INSERT INTO deputy (account, number, deputy, from_day, to_day, withdraws, submitted_by, recorded_at)
  SELECT d.account, (SELECT max(number) + 1 FROM deputy WHERE account = $1), d.deputy, d.from_day, d.to_day, $2, $3, $4
  FROM deputy d WHERE d.account = $1 AND d.number = $2 AND d.withdraws IS NULL
    AND NOT EXISTS (SELECT FROM deputy w WHERE w.account = $1 AND w.withdraws = $2)
  RETURNING number`;

type TaskColumns = { readonly [Name in keyof InboxTask]-?: InboxTask[Name] | null };

const valuesOf = (query: InboxQuery): unknown[] => [
  query.now,
  query.role ?? null,
  query.organisation ?? null,
  query.programme ?? null,
  query.journey ?? null,
  query.until ?? null,
  query.waiting ?? false,
  query.snoozed ?? false,
  query.after?.dueOn ?? null,
  query.after?.journey ?? '',
  query.after?.key ?? '',
  query.limit,
  reachValue(query.reach),
  query.sight?.roles ?? null,
  query.sight?.hidden ?? [],
  query.handedTo ?? null,
];

type AlwaysThere = {
  [Name in keyof InboxTask]-?: undefined extends InboxTask[Name] ? never : Name;
}[keyof InboxTask];

/** The columns that PostgreSQL leaves null are left out. */
function toTask(row: TaskColumns): InboxTask {
  const {
    blocks,
    dueOn,
    clockKind,
    effect,
    source,
    followUpOn,
    handedTo,
    handoverReason,
    remindedOn,
    ...rest
  } = row;
  return {
    ...(rest as Pick<InboxTask, AlwaysThere>),
    ...(blocks === null ? {} : { blocks }),
    ...(dueOn === null ? {} : { dueOn }),
    ...(clockKind === null ? {} : { clockKind }),
    ...(effect === null ? {} : { effect }),
    ...(source === null ? {} : { source }),
    ...(followUpOn === null ? {} : { followUpOn }),
    ...(handedTo === null ? {} : { handedTo }),
    ...(handoverReason === null ? {} : { handoverReason }),
    ...(remindedOn === null ? {} : { remindedOn }),
  };
}

/** What is to be done, on PostgreSQL. */
export const createInboxStore = (dataSource: DataSource): InboxStore => ({
  list: async (query) => {
    const rows = await withSession(dataSource, (session) =>
      session.query<TaskColumns>('inbox', LIST, valuesOf(query)),
    );
    return rows.map(toTask);
  },
  snooze: async (journey, key, followUpOn, { submittedBy, recordedAt }) => {
    await withSession(dataSource, (session) =>
      session.query(
        'snooze',
        `INSERT INTO snooze (journey_id, key, number, follow_up_on, submitted_by, recorded_at)
         SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5 FROM snooze WHERE journey_id = $1 AND key = $2`,
        [journey, key, followUpOn, submittedBy, recordedAt],
      ),
    );
  },
  handOver: async ({ journey, key, account, reason }, { submittedBy, recordedAt }) => {
    await withSession(dataSource, (session) =>
      session.query(
        'hand-over',
        `INSERT INTO handover (journey_id, key, number, account, reason, submitted_by, recorded_at)
         SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 FROM handover WHERE journey_id = $1 AND key = $2`,
        [journey, key, account, reason, submittedBy, recordedAt],
      ),
    );
  },
  remind: async ({ journey, key, on, who }, { to, programme, clock, dueOn, effect }, noted) => {
    const [row] = await withSession(dataSource, (session) =>
      session.query<{ addresses: number; isNew: boolean }>('remind', REMIND, [
        JSON.stringify(to),
        programme,
        journey,
        key,
        on,
        who,
        noted.submittedBy,
        noted.recordedAt,
        clock,
        dueOn,
        effect,
      ]),
    );
    return row ?? { addresses: 0, isNew: false };
  },
  addDeputy: async ({ account, deputy, from, to }, { submittedBy, recordedAt }) => {
    const [row] = await withSession(dataSource, (session) =>
      session.query<{ number: number }>(
        'add-deputy',
        `INSERT INTO deputy (account, number, deputy, from_day, to_day, submitted_by, recorded_at)
         SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 FROM deputy WHERE account = $1 RETURNING number`,
        [account, deputy, from, to, submittedBy, recordedAt],
      ),
    );
    if (row === undefined) throw new Error(`The deputy of ${account} was not written`);
    return row.number;
  },
  withdrawDeputy: async (account, number, { submittedBy, recordedAt }) => {
    const rows = await withSession(dataSource, (session) =>
      session.query('withdraw-deputy', WITHDRAW, [account, number, submittedBy, recordedAt]),
    );
    return rows.length > 0;
  },
  deputies: ({ account, deputy, on }) =>
    withSession(dataSource, (session) =>
      session.query<DeputyRow>('deputies', DEPUTIES, [account ?? null, deputy ?? null, on]),
    ),
});
