import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, opensToNobody, secureRows } from '../scope/row-security.sql';

/** Persons under a university, months by what is the person's own, and whether everybody's rows are made (docs/adr/0012). */
export class SplitFigures1798700100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE figure_change ADD persons_there smallint NOT NULL DEFAULT 0');
    await db.query('ALTER TABLE figure_fold ADD shape text');
    await db.query('DROP INDEX ix_figure_change_series');
    await db.query(`CREATE INDEX ix_figure_change_series ON figure_change (programme, series, on_day)
      INCLUDE (known_from, amount, cell, per, units, persons, persons_there, person, unit)`);
    await db.query(`CREATE TABLE figure_split (
      programme text NOT NULL, series text NOT NULL, month date NOT NULL, university text NOT NULL, gender text NOT NULL,
      age_band text NOT NULL, country text NOT NULL, cohort text NOT NULL, per integer NOT NULL,
      amount bigint NOT NULL, units integer NOT NULL, persons integer NOT NULL, persons_there integer NOT NULL,
      CONSTRAINT pk_figure_split
        PRIMARY KEY (programme, series, month, university, gender, age_band, country, cohort, per))`);
    await db.query(secureRows('figure_split', opensBy('programmes', 'programme'), opensToNobody));
    // What was folded is folded anew, into both: the rows themselves stay.
    await db.query('TRUNCATE figure_month, figure_fold');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE figure_split');
    await db.query('DROP INDEX ix_figure_change_series');
    await db.query(`CREATE INDEX ix_figure_change_series ON figure_change (programme, series, on_day)
      INCLUDE (known_from, amount, cell, per, units, persons, person, unit)`);
    await db.query('ALTER TABLE figure_fold DROP COLUMN shape');
    await db.query('ALTER TABLE figure_change DROP COLUMN persons_there');
  }
}
