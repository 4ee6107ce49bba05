import { KeyError } from './key-error';
import type { MasterKey } from './master-key';

/** How many stored keys lie under one master key. */
interface KeyUse {
  readonly masterKey: string;
  readonly keys: number;
}

/**
 * Stops a process at its start that opens nothing of its database: it would seal under a key that no other process has, in the
 * database and in what it tells workflows, and each of those would have to be started anew. A key missing beside others stops nobody.
 * @param uses of every stored key of the installation @throws KeyError `key-wrong`
 */
export function mustOpen({ id, earlier }: MasterKey, uses: readonly KeyUse[]): void {
  const known = new Set([id, ...earlier.map((key) => key.id)]);
  if (uses.length === 0 || uses.some(({ masterKey }) => known.has(masterKey))) return;
  const found = uses.map(({ masterKey, keys }) => `${masterKey} (${keys})`).join(', ');
  throw new KeyError(
    'key-wrong',
    `The master key in use, ${id}, opens no key of this database; they lie under ${found}. Give the right key as LOTSE_MASTER_KEY or put its file back.`,
  );
}
