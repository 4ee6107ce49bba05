import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, opensToAnybody, opensToNobody, secureRows } from '../scope/row-security.sql';

const OF_PROGRAMME = opensBy('programmes', 'programme');

/**
 * Figures as signed changes (docs/adr/0012): appended with the facts that make them, never changed. They are written in the scope of
 * Lotse itself, since a person's figures span its journeys.
 */
export class CreateFigures1798400000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE person_trait (
      programme text NOT NULL, person text NOT NULL, shape text NOT NULL, traits jsonb NOT NULL,
      CONSTRAINT pk_person_trait PRIMARY KEY (person, programme))`);
    await db.query(`CREATE TABLE figure_cell (
      id bigint NOT NULL, university text NOT NULL, gender text NOT NULL, age_band text NOT NULL, country text NOT NULL,
      cohort text NOT NULL, company text NOT NULL, site text NOT NULL,
      CONSTRAINT pk_figure_cell PRIMARY KEY (id))`);
    await db.query(`CREATE TABLE figure_change (
      id bigint GENERATED ALWAYS AS IDENTITY, programme text NOT NULL, series text NOT NULL, on_day date NOT NULL,
      known_from timestamptz NOT NULL, amount bigint NOT NULL, cell bigint NOT NULL, per integer NOT NULL,
      units smallint NOT NULL, persons smallint NOT NULL, person text NOT NULL, unit text,
      CONSTRAINT pk_figure_change PRIMARY KEY (id),
      CONSTRAINT ck_figure_change_per CHECK (per > 0))`);
    // Read by series alone: everything that a count looks at stands in the index.
    await db.query(`CREATE INDEX ix_figure_change_series ON figure_change (programme, series, on_day)
      INCLUDE (known_from, amount, cell, per, units, persons, person, unit)`);
    await db.query('CREATE INDEX ix_figure_change_person ON figure_change (person)');
    await db.query(`CREATE TABLE figure_month (
      programme text NOT NULL, series text NOT NULL, month date NOT NULL, unit text NOT NULL, per integer NOT NULL,
      amount bigint NOT NULL, units integer NOT NULL, persons integer NOT NULL,
      CONSTRAINT pk_figure_month PRIMARY KEY (programme, series, month, unit, per))`);
    await db.query(`CREATE TABLE figure_fold (
      programme text NOT NULL, up_to bigint NOT NULL, known_until timestamptz NOT NULL,
      CONSTRAINT pk_figure_fold PRIMARY KEY (programme))`);
    await db.query(secureRows('person_trait', opensToNobody));
    await db.query(secureRows('figure_cell', opensToAnybody, opensToNobody));
    for (const table of ['figure_change', 'figure_month', 'figure_fold'])
      await db.query(secureRows(table, OF_PROGRAMME, opensToNobody));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE figure_fold, figure_month, figure_change, figure_cell, person_trait');
  }
}
