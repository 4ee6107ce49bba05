import { createNoticeStore } from '@lotse/persistence';
import type { Keyring } from '@lotse/platform';
import type { Announcements } from '@lotse/privacy';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Mails to those who answer for data protection, through the outbox; the address lies sealed there. */
export function createAnnouncements(
  dataSource: DataSource,
  keyring: Keyring,
  now: () => Date,
): Announcements {
  const notices = createNoticeStore(dataSource);
  return {
    async tell({ kind, day, to, language, text }) {
      const recipient = createHash('sha256').update(to).digest('hex').slice(0, 16);
      const id = `${kind}.${day}.${recipient}`;
      const place = `notice/${id}`;
      const { wrapped } = keyring.newPersonKey(place);
      await notices.add({
        id,
        kind,
        language,
        wrappedKey: wrapped,
        sealed: keyring.seal(wrapped, place, place, { to, secret: text }),
        createdAt: now().toISOString(),
      });
    },
  };
}
