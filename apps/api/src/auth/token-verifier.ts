import { timingSafeEqual } from 'node:crypto';
import type { ApiTokenStore } from '@lotse/persistence';
import { tokenHash } from './token-hash';

/** How long a known token is taken without looking again; a token replaced elsewhere ends after this time. */
const TRUSTED_MS = 5_000;

interface KnownToken {
  readonly id: string;
  readonly hash: Buffer;
}

/** Tells whose token it is. Hashes are kept for a few seconds, so that a command costs no query for its token. */
export class TokenVerifier {
  private known: readonly KnownToken[] = [];
  private knownUntil = 0;

  /** @param clock milliseconds that only grow */
  constructor(
    private readonly tokens: ApiTokenStore,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** The owner's id; undefined for a token that is nobody's. */
  async ownerOf(token: string): Promise<string | undefined> {
    const hash = Buffer.from(tokenHash(token));
    const owner = this.clock() < this.knownUntil ? this.find(hash) : undefined;
    if (owner !== undefined) return owner;
    await this.reload();
    return this.find(hash);
  }

  private async reload(): Promise<void> {
    const rows = await this.tokens.list();
    this.known = rows.map(({ id, hash }) => ({ id, hash: Buffer.from(hash) }));
    this.knownUntil = this.clock() + TRUSTED_MS;
  }

  private find(hash: Buffer): string | undefined {
    return this.known.find((token) => token.hash.length === hash.length && timingSafeEqual(token.hash, hash))
      ?.id;
  }
}
