import type { OpenClock } from '@lotse/contracts';
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * The one timer of a run, set for the earliest clock. It goes on running while that stays the same, and is left to the
 * server at the end of the run: every timer started or cancelled is an event in the history.
 */
export class Alarm {
  #at: number | undefined;
  #timer: CancellationScope | undefined;
  #hasRung = false;

  get hasRung(): boolean {
    return this.#hasRung;
  }

  setFor(clocks: readonly OpenClock[]): void {
    const at = clocks.length === 0 ? undefined : Math.min(...clocks.map((clock) => Date.parse(clock.at)));
    if (at === this.#at && !this.#hasRung) return;
    this.#timer?.cancel();
    this.#at = at;
    this.#hasRung = false;
    this.#timer = at === undefined ? undefined : this.#start(at);
  }

  #start(at: number): CancellationScope {
    const timer = new CancellationScope();
    timer
      .run(() => sleep(Math.max(at - Date.now(), 1)))
      .then(() => {
        if (timer === this.#timer) this.#hasRung = true;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
    return timer;
  }
}
