import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensByAccount, opensBy, secureRows, unsecureRows } from '../scope/row-security.sql';

const OWN = opensByAccount('account');

/** An account's webhooks stay its own to see and take away; it leaves behind only such as are of a programme it reaches. */
export class KeepWebhooksWithinProgrammes1799000300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(unsecureRows('webhook'));
    await db.query(secureRows('webhook', OWN, `(${OWN} AND ${opensBy('programmes', 'programme')})`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(unsecureRows('webhook'));
    await db.query(secureRows('webhook', OWN));
  }
}
