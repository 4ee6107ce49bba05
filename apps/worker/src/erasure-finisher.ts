import { waitAfter, type Logger } from '@lotse/platform';
import type { Erasures } from '@lotse/privacy';
import { setTimeout as sleep } from 'node:timers/promises';

/** An erasure's histories are to be gone within a minute. */
const EVERY_MS = 5_000;

/**
 * Does what erasures have left to do outside the database: contents of files, the line in the ledger file, histories. While one of those
 * is away it waits longer and longer; each step may be repeated. Any number of finishers may run at once.
 */
export class ErasureFinisher {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly erasures: Pick<Erasures, 'finish'>,
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
        const complete = await this.erasures.finish();
        if (complete > 0) this.logger.info({ complete }, 'erasures are complete');
        failuresInARow = 0;
      } catch (error) {
        failuresInARow += 1;
        this.logger.warn({ err: error, failures: failuresInARow }, 'an erasure could not be finished');
      }
      const waitMs = failuresInARow > 0 ? waitAfter(failuresInARow) : this.everyMs;
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
