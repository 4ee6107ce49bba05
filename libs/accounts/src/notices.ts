import type { AccountContext } from './parts';
import type { NoticeKind } from './ports/account-ports';
import type { AccountLanguage } from './ports/account-store.port';
import { newId } from './secrets';

interface Notice {
  readonly kind: NoticeKind;
  readonly account?: string;
  readonly to: string;
  readonly language: AccountLanguage;
  /** A link or a code. */
  readonly secret: string;
}

/** Leaves a mail with a secret to the outbox, sealed under a key that nothing else uses. */
export async function sendNotice(context: AccountContext, notice: Notice): Promise<void> {
  const { kind, account, to, language, secret } = notice;
  const id = `${kind}.${newId()}`;
  const place = `notice/${id}`;
  const { wrapped } = context.keyring.newPersonKey(place);
  const sealed = context.keyring.seal(wrapped, place, place, { to, secret });
  await context.stores.notices.add({
    id,
    kind,
    ...(account === undefined ? {} : { account }),
    language,
    wrappedKey: wrapped,
    sealed,
    createdAt: context.now(),
  });
}
