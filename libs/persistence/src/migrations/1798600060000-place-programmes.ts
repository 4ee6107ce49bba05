import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVERYTHING = `SELECT set_config('lotse.scope', '{"all":true}', true)`;

/** A programme's own record stands in its programme, so that row-level security opens it to whoever holds that one. */
export class PlaceProgrammes1798600060000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(EVERYTHING);
    await db.query(`UPDATE record SET programme = id WHERE type = 'programme' AND programme IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(EVERYTHING);
    await db.query(`UPDATE record SET programme = NULL WHERE type = 'programme' AND programme = id`);
  }
}
