import { emailOf } from '@lotse/accounts';
import { createPost, type MailPort, type OutboxStore, type Post } from '@lotse/journeys';
import { createContactPointStore, createOutboxStore } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { TEST_MASTER_KEY } from '@lotse/testing';
import type { JourneysDatabase } from '../journeys/journeys-database';

/** Longer than any test lasts: a mail is made when the test moves its clock on. */
export const QUIET_MS = 60_000;

/** The mails' way outside on a test's database, under its clock. */
export function openPost(database: JourneysDatabase, mail: MailPort): { post: Post; outbox: OutboxStore } {
  const { dataSource, clock } = database;
  const outbox = createOutboxStore(dataSource);
  const contactPoints = createContactPointStore(dataSource);
  const keyring = createKeyring(TEST_MASTER_KEY);
  const parts = { outbox, contactPoints, keyring, clock, mail, quietMs: QUIET_MS };
  return { outbox, post: createPost({ ...parts, emailOf: (account) => emailOf(keyring, account) }) };
}
