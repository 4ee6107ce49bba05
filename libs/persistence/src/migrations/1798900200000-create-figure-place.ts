import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, opensToNobody, secureRows } from '../scope/row-security.sql';

/** Where persons are, from a day to a day, so that splits by it read one row a person (docs/adr/0012). */
export class CreateFigurePlace1798900200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE figure_place (
      programme text NOT NULL, series text NOT NULL, person text NOT NULL, from_day date NOT NULL, to_day date NOT NULL,
      unit text NOT NULL,
      CONSTRAINT pk_figure_place PRIMARY KEY (programme, series, person, from_day, unit))`);
    // Whoever is somewhere on a day came before it and goes after it: the planner takes the side with fewer rows.
    await db.query(`CREATE INDEX ix_figure_place_from ON figure_place (programme, series, from_day)
      INCLUDE (to_day, person, unit)`);
    await db.query(`CREATE INDEX ix_figure_place_to ON figure_place (programme, series, to_day)
      INCLUDE (from_day, person, unit)`);
    await db.query(secureRows('figure_place', opensBy('programmes', 'programme'), opensToNobody));
    // What was folded is folded anew, into this too: the rows themselves stay.
    await db.query('TRUNCATE figure_month, figure_split, figure_fold');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE figure_place');
  }
}
