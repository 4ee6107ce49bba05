import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, secureRows } from '../scope/row-security.sql';

/** Words in the contradiction phase of a sample, sealed row by row. */
export class CreateSampleWords1798610000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE sample_words (
      sample text NOT NULL, unit text NOT NULL, step text NOT NULL, programme text NOT NULL, journey text,
      wrapped_key bytea NOT NULL, secret bytea NOT NULL,
      CONSTRAINT pk_sample_words PRIMARY KEY (sample, unit, step),
      CONSTRAINT ck_sample_words_step CHECK (step IN ('finding', 'answer', 'outcome')))`);
    await db.query(secureRows('sample_words', opensBy('programmes', 'programme')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sample_words');
  }
}
