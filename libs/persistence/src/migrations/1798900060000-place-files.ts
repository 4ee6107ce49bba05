import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file tells on whose side it was sent, so that colleagues of the sender see it too. */
export class PlaceFiles1798900060000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE file ADD COLUMN organisation text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE file DROP COLUMN organisation');
  }
}
