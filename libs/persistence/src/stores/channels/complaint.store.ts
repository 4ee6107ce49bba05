import type { AnonymousComplaintRow, ComplaintStore, NamedComplaintRow } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { isUniqueViolation, withSession } from '../sql-session';

const LISTED = `id, programme, organisation, filed_on::text AS "filedOn", code_hash AS "codeHash",
  acknowledged_on::text AS "acknowledgedOn", answered_on::text AS "answeredOn", answered_by AS "answeredBy"`;
const WHOLE = `${LISTED}, wrapped_key AS "wrappedKey", secret AS text, outcome`;

type Nullable<Row> = { readonly [Name in keyof Row]: Row[Name] | null };

/** Without the columns that PostgreSQL leaves null. */
const present = <Row extends object>(row: Nullable<Row>): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row;

const NAMED = `SELECT c.key AS id, j.id AS journey, j.programme, c.value ->> 'on' AS "filedOn",
    c.value ->> 'acknowledgedOn' AS "acknowledgedOn", c.value ->> 'answeredOn' AS "answeredOn"
  FROM journey j, jsonb_each(j.snapshot #> '{fairness,complaints}') c
  WHERE j.status <> 'void' AND ($1::text[] IS NULL OR j.programme = ANY ($1))
  ORDER BY c.value ->> 'on', c.key`;

/** The confidential channel on PostgreSQL. */
export const createComplaintStore = (dataSource: DataSource): ComplaintStore => {
  const one = (name: string, column: string, value: string) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query<Nullable<AnonymousComplaintRow>>(
        name,
        `SELECT ${WHOLE} FROM complaint WHERE ${column} = $1`,
        [value],
      );
      return rows.map((row) => present<AnonymousComplaintRow>(row))[0];
    });
  return {
    file: async ({ id, programme, organisation, filedOn, codeHash, wrappedKey, text }) => {
      try {
        await withSession(dataSource, (session) =>
          session.query(
            'file-complaint',
            `INSERT INTO complaint (id, programme, organisation, filed_on, code_hash, wrapped_key, secret)
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
            [id, programme, organisation ?? null, filedOn, codeHash, wrappedKey, text],
          ),
        );
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    find: (id) => one('find-complaint', 'id', id),
    byCode: (codeHash) => one('complaint-by-code', 'code_hash', codeHash),
    step: (id, { acknowledgedOn, answeredOn, answeredBy, outcome }) =>
      withSession(dataSource, async (session) => {
        const rows = await session.query(
          'answer-complaint',
          `UPDATE complaint SET acknowledged_on = coalesce(acknowledged_on, $2, $3), answered_on = $3, answered_by = $4, outcome = $5
           WHERE id = $1 AND answered_on IS NULL AND ($2::date IS NULL OR acknowledged_on IS NULL) RETURNING id`,
          [id, acknowledgedOn ?? null, answeredOn ?? null, answeredBy ?? null, outcome ?? null],
        );
        return rows.length > 0;
      }),
    anonymous: (programmes) =>
      withSession(dataSource, async (session) => {
        const rows = await session.query<
          Nullable<Omit<AnonymousComplaintRow, 'wrappedKey' | 'text' | 'outcome'>>
        >(
          'anonymous-complaints',
          `SELECT ${LISTED} FROM complaint WHERE $1::text[] IS NULL OR programme = ANY ($1) ORDER BY filed_on, id`,
          [programmes ?? null],
        );
        return rows.map((row) => present(row));
      }),
    named: (programmes) =>
      withSession(dataSource, async (session) => {
        const rows = await session.query<Nullable<NamedComplaintRow>>('named-complaints', NAMED, [
          programmes ?? null,
        ]);
        return rows.map((row) => present<NamedComplaintRow>(row));
      }),
  };
};
