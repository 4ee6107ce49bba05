import { spreadOf, type Spread } from './spread';

/** What so many clients reached, each asking again as soon as it was answered. */
export interface Load extends Spread {
  readonly clients: number;
  readonly perSecond: number;
}

/**
 * Runs `clients` loops for `seconds`; each `turn` is one request, timed by itself. What began before the end is waited for
 * and counted, with the time it took.
 */
export async function closedLoop(
  clients: number,
  seconds: number,
  turnOf: (client: number) => () => Promise<void>,
): Promise<Load> {
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_unused, client) => {
      const turn = turnOf(client);
      while (performance.now() < end) {
        const before = performance.now();
        await turn();
        times.push(performance.now() - before);
      }
    }),
  );
  return { ...spreadOf(times), clients, perSecond: (times.length * 1000) / (performance.now() - begun) };
}

/** The rounds as one: rates averaged, middles and tails by the median of the rounds. */
export function together(rounds: readonly Load[]): Load {
  const [first] = rounds;
  if (first === undefined) throw new RangeError('There is no round');
  const median = (of: (load: Load) => number): number => spreadOf(rounds.map(of)).p50;
  return {
    clients: first.clients,
    count: rounds.reduce((sum, { count }) => sum + count, 0),
    perSecond: rounds.reduce((sum, { perSecond }) => sum + perSecond, 0) / rounds.length,
    p50: median(({ p50 }) => p50),
    p95: median(({ p95 }) => p95),
    max: Math.max(...rounds.map(({ max }) => max)),
  };
}
