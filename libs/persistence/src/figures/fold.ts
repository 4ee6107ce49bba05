import type { FigureCatalogue } from '@lotse/domain';
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

/** What a fold has to know of the catalogue. */
type Folded = Pick<FigureCatalogue, 'shared' | 'whereabouts'>;

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

/** Persons of whom some place is in no fold yet, by series. */
const MOVED = `SELECT DISTINCT c.series, c.person FROM figure_change c
  WHERE c.programme = $1 AND c.id <= $2 AND c.id > coalesce((SELECT up_to FROM figure_fold WHERE programme = $1), 0)
    AND c.series = ANY ($3)`;

const UNPLACE = `DELETE FROM figure_place p USING (${MOVED}) m
  WHERE p.programme = $1 AND p.series = m.series AND p.person = m.person`;

/** A person comes with what is added and goes with what is taken away: from each coming to the next going it is there. */
const PLACE = `
  INSERT INTO figure_place (programme, series, person, unit, from_day, to_day)
  SELECT $1, series, person, unit, on_day, coalesce(until, 'infinity') FROM (
    SELECT series, person, unit, on_day, sum(amount) OVER own AS reached, lead(on_day) OVER own AS until FROM (
      SELECT c.series, c.person, coalesce(c.unit, c.person) AS unit, c.on_day, sum(c.amount) AS amount
      FROM (${MOVED}) m JOIN figure_change c ON c.person = m.person AND c.series = m.series
      WHERE c.programme = $1 AND c.id <= $2
      GROUP BY c.series, c.person, coalesce(c.unit, c.person), c.on_day HAVING sum(c.amount) <> 0) d
    WINDOW own AS (PARTITION BY series, person, unit ORDER BY on_day)) s
  WHERE reached > 0`;

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
  { shared, whereabouts }: Folded,
): Promise<boolean> {
  const [turn] = await session.query<{ mine: boolean }>(
    'fold-turn',
    'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS mine',
    [TURN, programme],
  );
  if (turn?.mine !== true) return false;
  const places = Object.values(whereabouts);
  await session.query('unplace', UNPLACE, [programme, upTo, places]);
  await session.query('place', PLACE, [programme, upTo, places]);
  await session.query('fold', FOLD, [programme, upTo, shared]);
  return true;
}

const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '55P03';

/** Adds rows that are in no month yet to their months, and says where their persons are. Answers how many programmes had some; none when the table is busy. */
export async function foldFigures(dataSource: DataSource, folded: Folded): Promise<number> {
  try {
    const upTo = await lastId(dataSource);
    const programmes = await withSession(dataSource, (session) =>
      session.query<{ programme: string }>('unfolded', UNFOLDED, [upTo]),
    );
    let count = 0;
    for (const { programme } of programmes)
      count += Number(
        await withSession(dataSource, (session) => foldProgramme(session, programme, upTo, folded)),
      );
    return count;
  } catch (error) {
    if (isLockTimeout(error)) return 0;
    throw error;
  }
}
