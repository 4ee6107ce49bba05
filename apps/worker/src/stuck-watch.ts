import { stuckJourneys, type Logger, type StuckJourney } from '@lotse/platform';
import type { Client } from '@temporalio/client';
import type { Gauge } from './health';
import { Rounds } from './rounds';

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
  readonly #rounds: Rounds;
  #known = new Set<string>();
  #seen: Stuck | undefined;

  constructor(
    client: Client,
    private readonly logger: Logger,
    look: (client: Client) => Promise<readonly StuckJourney[]> = stuckJourneys,
    everyMs = LOOK_EVERY_MS,
  ) {
    this.#rounds = new Rounds(logger, {
      everyMs,
      failed: 'stuck journeys could not be looked for',
      work: async () => this.#keep(await look(client)),
    });
  }

  /** Undefined before the first look that succeeded. */
  get seen(): Stuck | undefined {
    return this.#seen;
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
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
