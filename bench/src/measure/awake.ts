import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { spreadOf, type Spread } from './spread';

/** Looks at what the workflows have seen, in the application's own tables. */
export class Drive {
  private constructor(private readonly connection: Client) {}

  static async open(databaseUrl: string): Promise<Drive> {
    // Many journeys are looked at at once, on this one connection.
    const connection = new Client({ connectionString: databaseUrl, pipeline: true });
    await connection.connect();
    // Row-level security holds for the owner too: without a scope nothing would ever be behind.
    await connection.query(`SET lotse.scope TO '{"all":true}'`);
    return new Drive(connection);
  }

  close(): Promise<void> {
    return this.connection.end();
  }

  /** Wakes that no workflow has been told yet. */
  async pending(): Promise<number> {
    const { rows } = await this.connection.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM wake',
    );
    return rows[0]?.count ?? 0;
  }

  /** Journeys whose workflow has not read the present version. */
  async behind(): Promise<number> {
    const { rows } = await this.connection.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM journey j LEFT JOIN driver d ON d.journey_id = j.id
       WHERE d.seen_version IS NULL OR d.seen_version < j.version`,
    );
    return rows[0]?.count ?? 0;
  }

  /** Resolves when every workflow has read the present version; answers the milliseconds it took. @throws Error after the deadline */
  async caughtUp(deadlineMs: number): Promise<number> {
    const begun = performance.now();
    for (let behind = await this.behind(); behind > 0; behind = await this.behind()) {
      if (performance.now() - begun > deadlineMs)
        throw new Error(`${behind} journeys were still behind after ${deadlineMs} ms`);
      await sleep(50);
    }
    return performance.now() - begun;
  }

  /** Resolves when the workflow of one journey has read this version. @throws Error after ten seconds */
  async seen(journey: string, version: number): Promise<void> {
    const begun = performance.now();
    for (;;) {
      const { rows } = await this.connection.query<{ seen_version: number }>(
        'SELECT seen_version FROM driver WHERE journey_id = $1',
        [journey],
      );
      if ((rows[0]?.seen_version ?? 0) >= version) return;
      if (performance.now() - begun > 10_000)
        throw new Error(`The workflow of ${journey} did not see version ${version}`);
      await sleep(10);
    }
  }

  /**
   * From the decision about a command, which its fact carries and which is just before the commit, to the moment the workflow
   * had as its own when it read that version. Milliseconds, over the journeys given a command since `since`.
   */
  async lag(since: Date): Promise<Spread> {
    const { rows } = await this.connection.query<{ ms: number }>(
      `SELECT (extract(epoch FROM d.seen_at - f.inserted_at) * 1000)::float8 AS ms
       FROM driver d JOIN fact f ON f.journey_id = d.journey_id AND f.version = d.seen_version WHERE f.inserted_at >= $1`,
      [since],
    );
    return spreadOf(rows.map(({ ms }) => ms));
  }
}

/** Asks `perSecond` times a second for so many seconds, whether or not the last one was answered. */
export async function openLoop(
  perSecond: number,
  seconds: number,
  ask: (index: number) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  const asked: Promise<void>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    await sleep(Math.max(0, begun + (index * 1000) / perSecond - performance.now()));
    asked.push(ask(index));
  }
  await Promise.all(asked);
}
