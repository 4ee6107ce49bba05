/** The clock of a test: real time plus what the test has skipped. Given to everything that asks for "now" outside workflows. */
export class TestClock {
  #skippedMs = 0;

  /** How far ahead of real time it runs, in milliseconds. */
  get skippedMs(): number {
    return this.#skippedMs;
  }

  now(): Date {
    return new Date(Date.now() + this.#skippedMs);
  }

  skip(ms: number): void {
    this.#skippedMs += ms;
  }
}
