import type { Change } from './change-feed';

export interface StreamParts {
  /** Sends one line; an event ends with an empty one. */
  readonly write: (text: string) => void;
  /** Which of these journeys the asker may read now. */
  readonly readable: (journeys: readonly string[]) => Promise<readonly string[]>;
  /** Whether the session, token or link still holds. */
  readonly holds: () => Promise<boolean>;
  readonly end: () => void;
}

/** More changes than this at once are told as one, without ids. */
const MOST = 50;

/**
 * What one asker hears. Changes that come while an answer is being looked up are told with the next one; each id is held against
 * what the asker may read at that moment.
 */
export class EventStream {
  private readonly waiting = new Set<string>();
  private everything = false;
  private busy = false;

  constructor(private readonly parts: StreamParts) {}

  async hear(change: Change): Promise<void> {
    if (change === 'everything') this.everything = true;
    else for (const journey of change) this.waiting.add(journey);
    if (this.waiting.size > MOST) this.everything = true;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.everything || this.waiting.size > 0) await this.tell();
    } finally {
      this.busy = false;
    }
  }

  /** A sign of life, which proxies need too; says when it is over. */
  async beat(): Promise<void> {
    if (await this.parts.holds()) this.parts.write(': still here\n\n');
    else {
      this.parts.write('event: ended\ndata: {}\n\n');
      this.parts.end();
    }
  }

  private async tell(): Promise<void> {
    if (this.everything) {
      this.everything = false;
      this.waiting.clear();
      this.parts.write('event: changed\ndata: {}\n\n');
      return;
    }
    const ids = [...this.waiting];
    this.waiting.clear();
    const journeys = await this.parts.readable(ids);
    if (journeys.length > 0) this.parts.write(`event: changed\ndata: ${JSON.stringify({ journeys })}\n\n`);
  }
}
