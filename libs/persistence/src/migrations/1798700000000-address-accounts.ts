import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose account reads what goes to an address, so that whoever stands in for it is told too. */
export class AddressAccounts1798700000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE contact_point ADD COLUMN account text');
    await db.query(
      'CREATE INDEX ix_contact_point_account ON contact_point (account) WHERE account IS NOT NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`SELECT set_config('lotse.scope', '{"all":true}', true)`);
    // What waits for deputies goes to addresses that nobody knows any more.
    await db.query(`DELETE FROM reminder WHERE contact_point LIKE 'account/%'`);
    await db.query(`DELETE FROM outbox WHERE contact_point LIKE 'account/%'`);
    await db.query('ALTER TABLE contact_point DROP COLUMN account');
  }
}
