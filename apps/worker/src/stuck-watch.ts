import { stuckJourneys, type Logger, type StuckJourney } from '@lotse/platform';
import type { Client } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Gauge } from './health';

/** A stuck workflow is to be known within two minutes; the server marks it after about half a minute of failures. */
const LOOK_EVERY_MS = 20_000;

/** What was seen at the last look that succeeded. */
export interface Stuck {
  readonly journeys: number;
  /** When that was, in milliseconds since 1970. */
  readonly lookedAt: number;
}

/** Looks for stuck journeys from time to time, keeps how many there are, and names each in the log when it is first seen. */
export class StuckWatch {
  readonly #stopping = new AbortController();
  #known = new Set<string>();
  #seen: Stuck | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly client: Client,
    private readonly logger: Logger,
    private readonly look: (client: Client) => Promise<readonly StuckJourney[]> = stuckJourneys,
    private readonly lookEveryMs = LOOK_EVERY_MS,
  ) {}

  /** Undefined before the first look that succeeded. */
  get seen(): Stuck | undefined {
    return this.#seen;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        this.#keep(await this.look(this.client));
      } catch (error) {
        this.logger.warn({ err: error }, 'stuck journeys could not be looked for');
      }
      await sleep(this.lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  #keep(stuck: readonly StuckJourney[]): void {
    for (const { journeyId, attempt, cause } of stuck)
      if (!this.#known.has(journeyId)) this.logger.error({ journeyId, attempt, cause }, 'a journey is stuck');
    this.#known = new Set(stuck.map(({ journeyId }) => journeyId));
    this.#seen = { journeys: stuck.length, lookedAt: Date.now() };
  }
}

/** The watch as figures; they are absent until it has seen something. */
export const stuckGauges = (seen: () => Stuck | undefined): readonly Gauge[] => [
  {
    name: 'lotse_journeys_stuck',
    help: 'Open journeys whose workflow fails at the same task again and again.',
    value: () => seen()?.journeys,
  },
  {
    name: 'lotse_journeys_stuck_looked_at_seconds',
    help: 'When stuck journeys were last looked for, in seconds since 1970.',
    value: () => {
      const lookedAt = seen()?.lookedAt;
      return lookedAt === undefined ? undefined : lookedAt / 1_000;
    },
  },
];
