import type { AuditPort } from '@lotse/audit';
import type { WrappedKeyStore } from '../ports/wrapped-key-store.port';
import type { Asker } from '../privacy-parts';

/** What a rotation needs from outside. */
export interface KeyRotationParts {
  readonly store: WrappedKeyStore;
  /** Id of the master key that wraps from now on. */
  readonly present: string;
  /** The same key under the present master key. Throws where no master key that is at hand opens it. */
  readonly rewrapped: (wrapped: Buffer, owner: string) => Buffer;
  readonly audit: AuditPort;
  readonly clock: { now(): Date };
}

/** Of each kind in one transaction: short enough that nobody waits for it. */
const BATCH = 500;

/**
 * Wraps every stored key anew that lies under an earlier master key. What the keys have sealed stays as it is. Cut off, it goes on
 * where it was; done, it does nothing. Beginning and end are in the audit, where there was something to do.
 * @param tell hears after each transaction how many there have been
 * @returns how many keys were wrapped anew
 */
export async function rotateKeys(
  { store, present, rewrapped, audit, clock }: KeyRotationParts,
  by: Asker,
  tell: (done: number) => void,
): Promise<number> {
  const left = (await store.uses()).filter(({ masterKey }) => masterKey !== present);
  if (left.length === 0) return 0;
  const record = (code: string, count: number): Promise<void> =>
    audit.append({
      at: clock.now().toISOString(),
      who: by.id,
      entrance: by.entrance,
      action: 'keys.rotate',
      outcome: 'done',
      subjects: [present, ...left.map(({ masterKey }) => masterKey)].map((id) => `master-key/${id}`),
      code,
      count,
    });
  await record(
    'begun',
    left.reduce((sum, { keys }) => sum + keys, 0),
  );
  let done = 0;
  for (;;) {
    const some = await store.rewrap(present, BATCH, rewrapped);
    if (some === 0) break;
    done += some;
    tell(done);
  }
  await record('done', done);
  return done;
}
