import { isJsonObject, type Json } from '@lotse/domain';
import type { KeyringPort } from '../ports/keyring.port';
import type { Letter } from '../ports/mail.port';
import type { SealedAccount, StoredMail } from '../ports/outbox-store.port';
import { contactPointKey } from './address-book';

function textOf(value: Json | undefined, id: string): string {
  if (typeof value !== 'string') throw new TypeError(`The address of mail ${id} is no text`);
  return value;
}

/**
 * The mail with its address, and its secret where it has one; undefined when the address is gone.
 * @param emailOf reads the address of an account
 */
export function letterOf(
  keyring: KeyringPort,
  emailOf: (account: SealedAccount) => string | undefined,
  stored: StoredMail,
): Letter | undefined {
  const { id, language, programme, items, notice, deputy, sealed, contactPoint } = stored;
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
  if (deputy !== undefined) {
    const to = emailOf(deputy);
    return to === undefined ? undefined : { id, to, language, programme, items, standsIn: true };
  }
  if (sealed === undefined) return undefined;
  const place = contactPointKey(contactPoint);
  const to = textOf(keyring.open(sealed.wrappedKey, place, place, sealed.address), id);
  return { id, to, language, programme, items };
}
