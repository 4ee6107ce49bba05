/** Everything that is counted while a run goes on. */
export class Tally {
  acknowledged = 0;
  /** Answers 'repeated': to what was sent again on purpose, or after an answer that was lost. */
  repeated = 0;
  /** Commands sent ahead of an earlier one and refused until their turn. */
  early = 0;
  /** Known ids with another body, each refused. */
  clashes = 0;
  /** Attempts without an answer, by the code the client saw. */
  readonly unanswered = new Map<string, number>();
  /** Connections that the client cut before the answer. */
  hungUp = 0;
  /** What must never happen, in words; empty after a good run. */
  readonly violations: string[] = [];
  longestGapMs = 0;
  #lastAt: number | undefined;

  acknowledge(): void {
    const now = performance.now();
    this.acknowledged += 1;
    if (this.#lastAt !== undefined) this.longestGapMs = Math.max(this.longestGapMs, now - this.#lastAt);
    this.#lastAt = now;
  }

  /** Nobody works from here on, so silence is no gap. */
  rest(): void {
    this.#lastAt = undefined;
  }

  missed(code: string): void {
    this.unanswered.set(code, (this.unanswered.get(code) ?? 0) + 1);
  }
}
