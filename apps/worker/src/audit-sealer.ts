import type { Audit } from '@lotse/audit';
import { waitAfter, type Logger } from '@lotse/platform';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long an entry stands in the table without a link to those before it, in milliseconds. */
const EVERY_MS = 1_000;

/**
 * Chains the audit's entries shortly after they were stored. While the database is away it waits longer and longer and nothing is
 * lost. Any number of sealers may run at once.
 */
export class AuditSealer {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly audit: Pick<Audit, 'seal'>,
    private readonly logger: Logger,
    private readonly everyMs: number = EVERY_MS,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let failuresInARow = 0;
    while (!signal.aborted) {
      try {
        await this.audit.seal();
        failuresInARow = 0;
      } catch (error) {
        failuresInARow += 1;
        this.logger.warn({ err: error, failures: failuresInARow }, 'the audit could not be chained');
      }
      const waitMs = failuresInARow > 0 ? waitAfter(failuresInARow) : this.everyMs;
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
