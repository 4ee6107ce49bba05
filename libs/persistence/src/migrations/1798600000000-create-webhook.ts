import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensByAccount, secureRows } from '../scope/row-security.sql';

/** Addresses that are told when a report is locked, and what they were told: ids alone, address and secret sealed. */
export class CreateWebhook1798600000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE webhook (
      id text NOT NULL, programme text NOT NULL, account text NOT NULL, host text NOT NULL,
      wrapped_key bytea NOT NULL, sealed bytea NOT NULL, created_at timestamptz NOT NULL,
      CONSTRAINT pk_webhook PRIMARY KEY (account, id))`);
    await db.query('CREATE INDEX ix_webhook_programme ON webhook (programme)');
    await db.query(`CREATE TABLE webhook_delivery (
      id text NOT NULL, webhook text NOT NULL, account text NOT NULL, report text NOT NULL, created_at timestamptz NOT NULL,
      claimed_until timestamptz, attempts integer NOT NULL, tried_at timestamptz, last_code text,
      delivered_at timestamptz, died_at timestamptz,
      CONSTRAINT pk_webhook_delivery PRIMARY KEY (id),
      CONSTRAINT fk_webhook_delivery_webhook FOREIGN KEY (account, webhook) REFERENCES webhook (account, id) ON DELETE CASCADE)`);
    await db.query(
      'CREATE INDEX ix_webhook_delivery_webhook ON webhook_delivery (account, webhook, created_at)',
    );
    await db.query(`CREATE INDEX ix_webhook_delivery_waiting ON webhook_delivery (claimed_until)
      WHERE delivered_at IS NULL AND died_at IS NULL`);
    await db.query(secureRows('webhook', opensByAccount('account')));
    await db.query(secureRows('webhook_delivery', opensByAccount('account')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE webhook_delivery, webhook');
  }
}
