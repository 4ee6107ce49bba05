import { randomInt } from 'node:crypto';

/** How large a run is. All of it follows from the environment, so that a run can be repeated. */
export interface Settings {
  /** What everything random follows from: the schedule of faults, who does what when, what is sent twice. */
  readonly seed: number;
  /** Journeys under way at one time. */
  readonly size: number;
  /** Times that every kind of fault strikes. */
  readonly rounds: number;
  /** Average pause between a recovery and the next fault, in milliseconds. */
  readonly pauseMs: number;
}

const whole = (env: NodeJS.ProcessEnv, name: string, otherwise: number): number => {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0)
    throw new Error(`${name} has to be a whole number from 1 on, not "${text}".`);
  return Number(text);
};

/** `SEED`, `SIZE`, `ROUNDS` and `PAUSE_MS`; without a seed every run is another one. */
export const settingsOf = (env: NodeJS.ProcessEnv): Settings => ({
  seed: whole(env, 'SEED', randomInt(1, 1_000_000_000)),
  size: whole(env, 'SIZE', 24),
  rounds: whole(env, 'ROUNDS', 5),
  pauseMs: whole(env, 'PAUSE_MS', 3_000),
});
