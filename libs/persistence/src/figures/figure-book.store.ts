import type { FigureCell, FigureChange } from '@lotse/domain';
import type { FigureBook, FigureOwner } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { withSession, type SqlSession } from '../stores/sql-session';
import { CELL_COLUMNS } from './cell-id';
import { figureTransactionOn } from './figure-transaction';
import { foldFigures } from './fold';

const KEPT = `
  SELECT c.series, coalesce(c.unit, c.person) AS unit, c.on_day::text AS on, c.known_from, c.per,
    sum(c.amount)::float8 AS amount, sum(c.units)::int AS units, sum(c.persons)::int AS persons,
    sum(c.persons_there)::int AS "personsThere", to_jsonb(d) - 'id' AS cell
  FROM figure_change c JOIN figure_cell d ON d.id = c.cell
  WHERE c.person = $1 AND c.programme = $2
  GROUP BY c.series, coalesce(c.unit, c.person), c.on_day, c.known_from, c.per, d.*
  HAVING sum(c.amount) <> 0 OR sum(c.units) <> 0 OR sum(c.persons) <> 0
    OR sum(c.persons_there) <> 0`;

interface KeptRow extends Omit<FigureChange, 'knownFrom' | 'cell'> {
  readonly known_from: Date;
  readonly cell: Readonly<Record<string, string>>;
}

const cellOf = (row: KeptRow['cell']): FigureCell => {
  const value = (dimension: keyof FigureCell): string => row[CELL_COLUMNS[dimension]] ?? '';
  return {
    university: value('university'),
    gender: value('gender'),
    ageBand: value('ageBand'),
    country: value('country'),
    cohort: value('cohort'),
    company: value('company'),
    site: value('site'),
  };
};

async function kept(session: SqlSession, { person, programme }: FigureOwner): Promise<FigureChange[]> {
  const rows = await session.across<KeptRow>('kept-figures', KEPT, [person, programme]);
  return rows.map(({ known_from: knownFrom, cell, ...row }) => ({
    ...row,
    knownFrom: knownFrom.toISOString(),
    cell: cellOf(cell),
  }));
}

/** Everybody who has or had a journey. */
const OWNERS = `
  SELECT person, programme FROM (
    SELECT person, programme FROM journey UNION SELECT person, programme FROM person_trait) o
  WHERE ($1::text IS NULL OR programme = $1) AND ($2::text IS NULL OR (person, programme) > ($2, $3))
    AND ($4::text IS NULL OR NOT EXISTS (SELECT FROM person_trait t
      WHERE t.person = o.person AND t.programme = o.programme AND t.shape = $4))
  ORDER BY person, programme LIMIT $5`;

const SETTLE = `
  UPDATE figure_fold f SET shape = $1 WHERE f.shape IS DISTINCT FROM $1 AND NOT EXISTS (
    SELECT FROM journey j WHERE j.programme = f.programme AND NOT EXISTS (
      SELECT FROM person_trait t WHERE t.person = j.person AND t.programme = j.programme AND t.shape = $1))
    AND NOT EXISTS (SELECT FROM person_trait t WHERE t.programme = f.programme AND t.shape <> $1)`;

/** Rows of figures on PostgreSQL. */
export const createFigureBook = (dataSource: DataSource): FigureBook => ({
  owners: ({ programme, notOfShape, after, limit }) =>
    withSession(dataSource, (session) =>
      session.query<FigureOwner & Record<string, string>>('figure-owners', OWNERS, [
        programme ?? null,
        after?.person ?? null,
        after?.programme ?? null,
        notOfShape ?? null,
        limit,
      ]),
    ),
  transact: (work) =>
    withSession(dataSource, (session) =>
      work({ ...figureTransactionOn(session), kept: (owner) => kept(session, owner) }),
    ),
  fold: (catalogue) => foldFigures(dataSource, catalogue),
  settle: async (shape) => {
    await withSession(dataSource, (session) => session.query('settle-figures', SETTLE, [shape]));
  },
});
