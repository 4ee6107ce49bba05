import type { AuditRoom, SampleRow, SampleStore, SampleUnit, SampleWords } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { instantSql } from '../sheet/instant.sql';
import { inTransaction, isUniqueViolation, withSession } from '../stores/sql-session';
import { present } from './present';

const SAMPLE = `id, programme, report, to_char(as_of, 'YYYY-MM-DD') AS "asOf", ${instantSql('known_at')} AS "knownAt", indicator,
  share, seed, to_char(answers_until, 'YYYY-MM-DD') AS "answersUntil", population, drawn_by AS "drawnBy",
  ${instantSql('drawn_at')} AS "drawnAt"`;

const NOTED = (code: string, by: string, at: string): string => `CASE WHEN ${code} IS NOT NULL
  THEN jsonb_build_object('code', ${code}, 'by', ${by}, 'at', ${instantSql(at)}) END`;
const UNIT = `unit, stratum, journey, facts, evidence, ${NOTED('finding', 'found_by', 'found_at')} AS finding,
  ${NOTED('answer', 'answered_by', 'answered_at')} AS answer, ${NOTED('outcome', 'settled_by', 'settled_at')} AS outcome`;
const ROOM = `id, programme, sample, account, to_char(from_day, 'YYYY-MM-DD') AS "from", to_char(to_day, 'YYYY-MM-DD') AS "to",
  opened_by AS "openedBy", ${instantSql('opened_at')} AS "openedAt"`;

const unlessTaken = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
};

/** Samples and rooms on PostgreSQL. A note locks its unit, so that each is said once. */
export const createSampleStore = (dataSource: DataSource): SampleStore => ({
  add: (row, units) =>
    unlessTaken(() =>
      withSession(dataSource, async (session) => {
        await session.query(
          'add-sample',
          `INSERT INTO sample (id, programme, report, as_of, known_at, indicator, share, seed, answers_until, population, drawn_by, drawn_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            row.id,
            row.programme,
            row.report ?? null,
            row.asOf,
            row.knownAt,
            row.indicator,
            row.share,
            row.seed,
            row.answersUntil,
            row.population,
            row.drawnBy,
            row.drawnAt,
          ],
        );
        await session.query(
          'add-sample-units',
          `INSERT INTO sample_unit (sample, unit, programme, stratum, journey, facts, evidence)
           SELECT $1, unit, $2, stratum, journey, facts, evidence
           FROM jsonb_to_recordset($3::jsonb) AS drawn(unit text, stratum text, journey text, facts text[], evidence text[])`,
          [row.id, row.programme, JSON.stringify(units)],
        );
      }),
    ),
  find: (id) =>
    withSession(dataSource, async (session) => {
      const [row] = await session.query('find-sample', `SELECT ${SAMPLE} FROM sample WHERE id = $1`, [id]);
      return row === undefined ? undefined : present<SampleRow>(row);
    }),
  list: (programme) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query(
        'list-samples',
        `SELECT ${SAMPLE} FROM sample WHERE programme = $1 ORDER BY sample.drawn_at DESC, id`,
        [programme],
      );
      return rows.map((row) => present<SampleRow>(row));
    }),
  units: (sample) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query(
        'sample-units',
        `SELECT ${UNIT} FROM sample_unit WHERE sample = $1 ORDER BY unit COLLATE "C"`,
        [sample],
      );
      return rows.map((row) => present<SampleUnit>(row));
    }),
  words: (sample) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query(
        'sample-words',
        'SELECT unit, step, journey, wrapped_key AS "wrappedKey", secret FROM sample_words WHERE sample = $1',
        [sample],
      );
      return rows.map((row) => present<SampleWords>(row));
    }),
  note: (sample, unit, change) =>
    inTransaction(dataSource, async (session) => {
      const [found] = await session.query(
        'lock-sample-unit',
        `SELECT ${UNIT} FROM sample_unit WHERE sample = $1 AND unit = $2 FOR UPDATE`,
        [sample, unit],
      );
      if (found === undefined) return { keep: false, row: undefined };
      const row = present<SampleUnit>(found);
      const next = change(row);
      if (next === undefined) return { keep: false, row };
      const noted = { ...row, ...next.said };
      await session.query(
        'note-sample-unit',
        `UPDATE sample_unit SET finding = $3, found_by = $4, found_at = $5, answer = $6, answered_by = $7, answered_at = $8,
           outcome = $9, settled_by = $10, settled_at = $11 WHERE sample = $1 AND unit = $2`,
        [
          sample,
          unit,
          ...[noted.finding, noted.answer, noted.outcome].flatMap((said) => [
            said?.code ?? null,
            said?.by ?? null,
            said?.at ?? null,
          ]),
        ],
      );
      const { words } = next;
      if (words !== undefined)
        await session.query(
          'add-sample-words',
          `INSERT INTO sample_words (sample, unit, step, programme, journey, wrapped_key, secret)
           SELECT sample, unit, $3, programme, $4, $5, $6 FROM sample_unit WHERE sample = $1 AND unit = $2`,
          [sample, unit, words.step, words.journey ?? null, words.wrappedKey, words.secret],
        );
      return { keep: true, row: noted };
    }).then(({ row }) => row),
  addRoom: (room) =>
    unlessTaken(() =>
      withSession(dataSource, (session) =>
        session.query(
          'add-audit-room',
          `INSERT INTO audit_room (id, programme, sample, account, from_day, to_day, opened_by, opened_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            room.id,
            room.programme,
            room.sample,
            room.account,
            room.from,
            room.to,
            room.openedBy,
            room.openedAt,
          ],
        ),
      ),
    ),
  room: (id) =>
    withSession(dataSource, async (session) => {
      const [row] = await session.query<AuditRoom & Record<string, unknown>>(
        'find-audit-room',
        `SELECT ${ROOM} FROM audit_room WHERE id = $1`,
        [id],
      );
      return row;
    }),
  rooms: (programme) =>
    withSession(dataSource, (session) =>
      session.query<AuditRoom & Record<string, unknown>>(
        'list-audit-rooms',
        `SELECT ${ROOM} FROM audit_room WHERE programme = $1 ORDER BY audit_room.opened_at DESC, id`,
        [programme],
      ),
    ),
});
