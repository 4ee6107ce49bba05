import type { JourneyView, OpenClock } from '@lotse/contracts';

/**
 * Clocks that were answered at the version last read. One that the next read of the same version still lists is not fired
 * again, so that a journey on which reading and firing disagree waits for its next change instead of spinning.
 */
export class AnsweredClocks {
  #version = 0;
  readonly #keys = new Set<string>();

  add({ code, dueOn }: OpenClock): void {
    this.#keys.add(`${code}/${dueOn}`);
  }

  /** The clocks of a view that are still to be waited for or fired, in their order. */
  unansweredOf({ version, clocks }: JourneyView): readonly OpenClock[] {
    if (version !== this.#version) this.#keys.clear();
    this.#version = version;
    return clocks.filter(({ code, dueOn }) => !this.#keys.has(`${code}/${dueOn}`));
  }
}
