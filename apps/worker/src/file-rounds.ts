import type { Files } from '@lotse/files';
import { waitAfter, type Logger } from '@lotse/platform';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often files are looked for that no scanner has seen, in milliseconds. */
const EVERY_MS = 60_000;
/** A look through the whole store, in rounds: contents that no row names are left by accidents alone. */
const SWEEP_EVERY_ROUNDS = 60;
const AT_ONCE = 100;

/**
 * Has pending files scanned, and removes contents that no row names. Without a scanner nothing is scanned. While database, store
 * or scanner is away it waits longer and longer. Any number of workers may do so at once.
 */
export class FileRounds {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly files: Pick<Files, 'scanPending' | 'sweep'>,
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
    for (let round = 0; !signal.aborted; round += 1) {
      try {
        const scanned = await this.files.scanPending(AT_ONCE);
        const removed = round % SWEEP_EVERY_ROUNDS === 0 ? await this.files.sweep() : 0;
        if (scanned + removed > 0) this.logger.info({ scanned, removed }, 'files were looked after');
        failuresInARow = 0;
      } catch (error) {
        failuresInARow += 1;
        this.logger.warn({ err: error, failures: failuresInARow }, 'files could not be looked after');
      }
      const waitMs = failuresInARow > 0 ? waitAfter(failuresInARow) : this.everyMs;
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
