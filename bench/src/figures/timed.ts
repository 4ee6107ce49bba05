/** Milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** Runs something so many times after two warm runs. */
export async function timed(rounds: number, run: () => Promise<unknown>): Promise<Spread> {
  const taken: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const begun = performance.now();
    await run();
    if (round >= 0) taken.push(performance.now() - begun);
  }
  const sorted = taken.sort((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}
