import { isJsonObject, type Json } from '@lotse/domain';
import type { KeyringPort } from '../ports/keyring.port';
import type { Letter } from '../ports/mail.port';
import type { StoredMail } from '../ports/outbox-store.port';
import { contactPointKey } from './address-book';

function textOf(value: Json | undefined, id: string): string {
  if (typeof value !== 'string') throw new TypeError(`The address of mail ${id} is no text`);
  return value;
}

/** The mail with its address, and its secret where it has one; undefined when the address is gone. */
export function letterOf(keyring: KeyringPort, stored: StoredMail): Letter | undefined {
  const { id, language, programme, items, notice, sealed, contactPoint } = stored;
  if (notice !== undefined) {
    const place = `notice/${id}`;
    const opened = keyring.open(notice.wrappedKey, place, place, notice.sealed);
    const { to, secret } = isJsonObject(opened) ? opened : {};
    const { kind } = notice;
    return {
      id,
      to: textOf(to, id),
      language,
      programme,
      items,
      notice: { kind, secret: textOf(secret, id) },
    };
  }
  if (sealed === undefined) return undefined;
  const place = contactPointKey(contactPoint);
  const to = textOf(keyring.open(sealed.wrappedKey, place, place, sealed.address), id);
  return { id, to, language, programme, items };
}
