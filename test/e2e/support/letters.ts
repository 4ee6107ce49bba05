import { emailOf } from '@lotse/accounts';
import { createPost, type ClockPort, type Letter } from '@lotse/journeys';
import { FakeMail } from '@lotse/mail';
import { createContactPointStore, createOutboxStore } from '@lotse/persistence';
import { createKeyring, type MasterKey } from '@lotse/platform';
import type { DataSource } from 'typeorm';

/** Takes what waits in the outbox of a database, as the worker would. Answers everything sent so far, youngest last. */
export function lettersOf(
  dataSource: DataSource,
  masterKey: MasterKey,
  clock: ClockPort,
): () => Promise<readonly Letter[]> {
  const mail = new FakeMail();
  const outbox = createOutboxStore(dataSource);
  const keyring = createKeyring(masterKey);
  const post = createPost({
    outbox,
    contactPoints: createContactPointStore(dataSource),
    keyring,
    clock,
    mail,
    emailOf: (account) => emailOf(keyring, account),
  });
  return async () => {
    for (const id of await outbox.claim(100, 0)) await post.deliver(id);
    return mail.accepted;
  };
}

/** What stands behind `#` in a link. */
export const secretOf = (link: string): string => link.trim().split('#')[1] ?? '';
