import type { DataSource } from 'typeorm';
import { withSession, type SqlSession } from '../stores/sql-session';

/**
 * Every row up to that id is committed or gone: whoever adds rows holds the table's own lock from before the id is given until the
 * end, so the lock asked for here comes after all of them. Given up soon, since new commands wait behind it.
 */
const LAST_ID = [`SET LOCAL lock_timeout = '500ms'`, 'LOCK TABLE figure_change IN SHARE MODE'] as const;

const UNFOLDED = `
  SELECT c.programme FROM figure_change c LEFT JOIN figure_fold f ON f.programme = c.programme
  WHERE c.id > coalesce((SELECT min(up_to) FROM figure_fold), 0) AND c.id > coalesce(f.up_to, 0) AND c.id <= $1
  GROUP BY c.programme ORDER BY 1`;

const SPLIT = 'university, gender, age_band, country, cohort';

const FOLD = `
  WITH news AS (
    SELECT c.series, date_trunc('month', c.on_day)::date AS month, CASE WHEN c.series = ANY ($3) THEN c.unit ELSE '' END AS unit,
      c.per, c.amount, c.units, c.persons, c.persons_there, c.known_from, ${SPLIT}
    FROM figure_change c JOIN figure_cell d ON d.id = c.cell WHERE c.programme = $1 AND c.id <= $2
      AND c.id > coalesce((SELECT up_to FROM figure_fold WHERE programme = $1), 0)),
  added AS (
    INSERT INTO figure_month AS m (programme, series, month, unit, per, amount, units, persons)
    SELECT $1, series, month, unit, per, sum(amount), sum(units), sum(persons) FROM news
    GROUP BY series, month, unit, per
    ON CONFLICT (programme, series, month, unit, per) DO UPDATE SET amount = m.amount + excluded.amount,
      units = m.units + excluded.units, persons = m.persons + excluded.persons),
  split AS (
    INSERT INTO figure_split AS m (programme, series, month, ${SPLIT}, per, amount, units, persons, persons_there)
    SELECT $1, series, month, ${SPLIT}, per, sum(amount), sum(units), sum(persons), sum(persons_there) FROM news
    WHERE strpos(series, '#') = 0 AND series <> ALL ($3) GROUP BY series, month, ${SPLIT}, per
    ON CONFLICT (programme, series, month, ${SPLIT}, per) DO UPDATE SET amount = m.amount + excluded.amount,
      units = m.units + excluded.units, persons = m.persons + excluded.persons,
      persons_there = m.persons_there + excluded.persons_there)
  INSERT INTO figure_fold AS f (programme, up_to, known_until) SELECT $1, $2, max(known_from) FROM news
  ON CONFLICT (programme) DO UPDATE SET up_to = excluded.up_to,
    known_until = greatest(f.known_until, excluded.known_until)`;

/** One round at a time in the whole database; whoever comes second has nothing to do. */
const TURN = 7_051_958;

async function lastId(dataSource: DataSource): Promise<string> {
  return withSession(dataSource, async (session) => {
    for (const statement of LAST_ID) await session.source.query(statement);
    const rows: { id: string | null }[] = await session.source.query(
      'SELECT max(id) AS id FROM figure_change',
    );
    return rows[0]?.id ?? '0';
  });
}

async function foldProgramme(
  session: SqlSession,
  programme: string,
  upTo: string,
  shared: readonly string[],
): Promise<boolean> {
  const [turn] = await session.query<{ mine: boolean }>(
    'fold-turn',
    'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS mine',
    [TURN, programme],
  );
  if (turn?.mine !== true) return false;
  await session.query('fold', FOLD, [programme, upTo, shared]);
  return true;
}

const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '55P03';

/** Adds rows that are in no month yet to their months. Answers how many programmes had some; none when the table is busy. */
export async function foldFigures(dataSource: DataSource, shared: readonly string[]): Promise<number> {
  try {
    const upTo = await lastId(dataSource);
    const programmes = await withSession(dataSource, (session) =>
      session.query<{ programme: string }>('unfolded', UNFOLDED, [upTo]),
    );
    let folded = 0;
    for (const { programme } of programmes)
      folded += Number(
        await withSession(dataSource, (session) => foldProgramme(session, programme, upTo, shared)),
      );
    return folded;
  } catch (error) {
    if (isLockTimeout(error)) return 0;
    throw error;
  }
}
