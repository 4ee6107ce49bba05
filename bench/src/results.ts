import type { HistoryCost } from './measure/history';
import type { Load } from './measure/closed-loop';
import type { Spread } from './measure/spread';

/** Everything one run measured. */
export interface Results {
  readonly conditions: {
    readonly machine: string;
    readonly node: string;
    readonly postgres: string;
    readonly on: string;
    readonly others: number;
  };
  readonly limitFirst: readonly Load[];
  readonly limitLast: readonly Load[];
  readonly naive: readonly Load[];
  /** Api and PostgreSQL alone, as the naive pick is; wakes wait. */
  readonly door: readonly Load[];
  /** The same while worker and Temporal carry the workflows on the same cores. */
  readonly driven: Load;
  readonly drivenLag: Spread;
  readonly drivenPending: number;
  readonly drainMs: number;
  readonly awake: Spread;
  readonly cpuMsAtTen: number;
  readonly cpuMsAtFull: number;
  readonly bySitting: Omit<HistoryCost, 'histories'>;
  readonly byCommand: Omit<HistoryCost, 'histories'>;
  readonly commandsOfJourney: number;
  readonly replayMs: number;
  readonly firstStartMs: number;
  readonly coldStartMs: number;
  readonly memory: readonly { readonly name: string; readonly mib: number }[];
}

export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean;
  /** An aim is printed and held to nothing. */
  readonly aim?: true;
}

const at = (loads: readonly Load[], clients: number): Load => {
  const found = loads.find((load) => load.clients === clients);
  if (found === undefined) throw new RangeError(`Nothing was measured at ${clients} clients`);
  return found;
};

/** The goals at the head of the performance budget that this version can be held to. */
export function goalsOf({ naive, door, awake, bySitting }: Results): readonly Goal[] {
  const rate = at(door, 16).perSecond / at(naive, 16).perSecond;
  const middle = at(door, 1).p50 / at(naive, 1).p50;
  return [
    {
      what: 'commands/s through HTTP at 16 clients, of the naive pick',
      goal: '≥ 0.70',
      measured: rate.toFixed(2),
      met: rate >= 0.7,
    },
    {
      what: 'p50 of a command at 1 client, of the naive pick',
      goal: '≤ 1.50',
      measured: middle.toFixed(2),
      met: middle <= 1.5,
    },
    {
      what: 'commit to workflow awake at 10 commands/s, p95',
      goal: '≤ 250 ms',
      measured: `${awake.p95.toFixed(0)} ms`,
      met: awake.p95 <= 250,
    },
    {
      what: 'history events of a journey through 8 stages',
      goal: '≤ 80',
      aim: true,
      measured: String(bySitting.events),
      met: bySitting.events <= 80,
    },
  ];
}

export { at as loadAt };
