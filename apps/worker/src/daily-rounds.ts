import { waitAfter, type Logger } from '@lotse/platform';
import type { DailyRound } from '@lotse/privacy';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often it is looked whether another day has come, in milliseconds. */
const EVERY_MS = 10 * 60_000;

/**
 * Runs the round of data protection once for each day (UTC) and after each start. While something is away it waits longer and
 * longer. Any number of workers may do so at once: a round may be repeated.
 */
export class DailyRounds {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly round: DailyRound,
    private readonly logger: Logger,
    private readonly now: () => Date = () => new Date(),
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
    let last: string | undefined;
    while (!signal.aborted) {
      const day = this.now().toISOString().slice(0, 10);
      try {
        if (day !== last)
          this.logger.info({ day, ...(await this.round.run(day)) }, 'the day was looked through');
        last = day;
        failuresInARow = 0;
      } catch (error) {
        failuresInARow += 1;
        this.logger.warn({ err: error, failures: failuresInARow }, 'the day could not be looked through');
      }
      const waitMs = failuresInARow > 0 ? waitAfter(failuresInARow) : this.everyMs;
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
