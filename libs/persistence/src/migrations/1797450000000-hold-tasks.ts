import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when the tasks of a journey are as they are stored: some guards change with the day alone. */
export class HoldTasks1797450000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE journey ADD COLUMN tasks_from date, ADD COLUMN tasks_until date');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE journey DROP COLUMN tasks_from, DROP COLUMN tasks_until');
  }
}
