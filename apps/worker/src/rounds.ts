import { waitAfter, type Logger } from '@lotse/platform';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Round {
  /** What is done, with the round's number from 0 on. `at once`: there is more, so the next round does not wait. */
  readonly work: (round: number) => Promise<'at once' | void>;
  /** Wait after a round that succeeded, in milliseconds. */
  readonly everyMs: number;
  /** What the log says of a round that failed. */
  readonly failed: string;
}

/** Does the same work again and again. After a failure it waits longer and longer, up to ten seconds; the work is repeated as it is. */
export class Rounds {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly logger: Logger,
    private readonly round: Round,
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
    let failures = 0;
    for (let number = 0; !signal.aborted; number += 1) {
      let waitMs = this.round.everyMs;
      try {
        if ((await this.round.work(number)) === 'at once') waitMs = 0;
        failures = 0;
      } catch (error) {
        failures += 1;
        waitMs = waitAfter(failures);
        this.logger.warn({ err: error, failures }, this.round.failed);
      }
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
