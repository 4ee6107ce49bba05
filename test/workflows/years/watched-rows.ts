import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** How far a journey is, and how far its workflow has read it. */
export interface Row {
  readonly version: number;
  readonly seen: number;
}

interface Waiting {
  readonly isThere: (row: Row) => boolean;
  readonly found: (row: Row) => void;
  readonly gaveUp: (error: Error) => void;
  readonly until: number;
  last?: Row;
}

const EVERY_MS = 60;
/** A deadline, not a measure. */
const DEADLINE_MS = 600_000;

/** Looks at all journeys that are waited for with one question, since hundreds of them asking alone would be the load. */
export class WatchedRows {
  private readonly waiting = new Map<string, Waiting>();
  private stopped = false;
  private readonly looking: Promise<void>;

  constructor(private readonly dataSource: DataSource) {
    this.looking = this.look();
  }

  /** Resolves once the journey's row is accepted. @throws Error with what was seen last, at the deadline */
  until(journey: string, isThere: (row: Row) => boolean): Promise<Row> {
    return new Promise((found, gaveUp) => {
      this.waiting.set(journey, { isThere, found, gaveUp, until: Date.now() + DEADLINE_MS });
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.looking;
  }

  private async look(): Promise<void> {
    while (!this.stopped) {
      if (this.waiting.size > 0) await this.lookOnce();
      await sleep(EVERY_MS);
    }
  }

  private async lookOnce(): Promise<void> {
    const rows = await this.dataSource.query<(Row & { id: string })[]>(
      `SELECT id, version, coalesce(seen_version, 0) AS seen FROM journey LEFT JOIN driver ON journey_id = id WHERE id = ANY($1)`,
      [[...this.waiting.keys()]],
    );
    for (const { id, ...row } of rows) {
      const wanted = this.waiting.get(id);
      if (wanted === undefined) continue;
      wanted.last = row;
      if (!wanted.isThere(row)) continue;
      this.waiting.delete(id);
      wanted.found(row);
    }
    for (const [id, { until, gaveUp, last }] of this.waiting) {
      if (Date.now() < until) continue;
      this.waiting.delete(id);
      gaveUp(new Error(`Journey ${id} did not get there; last seen: ${JSON.stringify(last)}`));
    }
  }
}
