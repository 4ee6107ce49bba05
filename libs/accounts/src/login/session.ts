import type { Instant } from '@lotse/domain';
import { provedUntil, type AccountContext } from '../parts';
import type { StoredSession } from '../ports/session-store.port';
import { hashOf, newId, newSecret } from '../secrets';
import { LASTING } from '../settings';

/** A session that was opened, or renewed: its secret is told once and kept by its hash. */
export interface OpenedSession {
  readonly account: string;
  readonly secret: string;
  readonly expiresAt: Instant;
}

/** Opens a session under a new secret, whatever the browser held before. */
export async function openSession(
  context: AccountContext,
  account: string,
  secondFactor: boolean,
): Promise<OpenedSession> {
  const secret = newSecret();
  const expiresAt = context.after(LASTING.sessionWhole);
  await context.stores.sessions.add({
    id: newId(),
    hash: hashOf(secret),
    account,
    createdAt: context.now(),
    seenAt: context.now(),
    expiresAt,
    secondFactor,
    ...(secondFactor ? { provedUntil: provedUntil(context) } : {}),
  });
  return { account, secret, expiresAt };
}

/** Notes a second factor and gives the session another secret: one that was stolen before is worth nothing afterwards. */
export async function proveSession(
  context: AccountContext,
  session: StoredSession,
): Promise<OpenedSession | undefined> {
  const secret = newSecret();
  const renewed = await context.stores.sessions.renew(session.id, hashOf(secret), provedUntil(context));
  return renewed ? { account: session.account, secret, expiresAt: session.expiresAt } : undefined;
}

/** A session that is neither over nor idle for too long; notes now and then that it was used. */
export async function findSession(
  context: AccountContext,
  secret: string,
): Promise<StoredSession | undefined> {
  const session = await context.stores.sessions.find(hashOf(secret));
  if (session === undefined) return undefined;
  const idle = context.clock.now().getTime() - Date.parse(session.seenAt);
  if (session.expiresAt <= context.now() || idle > LASTING.sessionIdle) {
    await context.stores.sessions.end(session.account, session.id);
    return undefined;
  }
  if (idle > LASTING.seenStep) await context.stores.sessions.seen(session.id, context.now());
  return session;
}
