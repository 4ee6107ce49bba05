import { Random } from './random';
import type { Settings } from './settings';

/** What strikes; each is carried out in `faults.ts`. */
export const FAULT_KINDS = [
  'worker-killed',
  'api-killed',
  'temporal-killed',
  'backend-killed',
  'postgres-stopped',
  'everything-killed',
  'temporal-errors',
  'temporal-away',
  'poison',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One blow. All numbers are drawn beforehand, so that the schedule does not hang on the speed of the machine. */
export interface ScheduledFault {
  readonly kind: FaultKind;
  /** Pause after everything has recovered from the one before, in milliseconds. */
  readonly afterMs: number;
  /** How long what was ended stays down, or Temporal's errors go on, in milliseconds. */
  readonly downMs: number;
  /** For what else the blow draws: which backend, which order, which journeys. */
  readonly seed: number;
}

const DOWN: Partial<Record<FaultKind, readonly [number, number]>> = {
  'temporal-errors': [5_000, 10_000],
  'temporal-away': [8_000, 15_000],
};

/** Each kind once a round, in an order of its own each round. Poison comes first, since it takes its time to be found. */
export function scheduleOf({ seed, rounds, pauseMs }: Settings): ScheduledFault[] {
  const random = new Random(seed);
  return Array.from({ length: rounds }, () => [
    'poison' as const,
    ...random.shuffled(FAULT_KINDS.filter((kind) => kind !== 'poison')),
  ])
    .flat()
    .map((kind) => {
      const [least, most] = DOWN[kind] ?? [100, 2_000];
      return {
        kind,
        afterMs: Math.round(pauseMs * (0.5 + random.next())),
        downMs: random.whole(least, most),
        seed: random.whole(1, 1_000_000_000),
      };
    });
}
