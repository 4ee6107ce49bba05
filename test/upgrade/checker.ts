import { journeyQuery, journeyWorkflowId } from '@lotse/contracts';
import { connectTemporal, type Services } from '@lotse/platform';
import { eventually, skipTime, TEST_MASTER_KEY } from '@lotse/testing';
import type { Client } from '@temporalio/client';
import { Pool as Database } from 'pg';
import { isDeepStrictEqual } from 'node:util';
import { mapAtOnce } from '../../apps/cli/src/verify/map-at-once';
import { callLotse, type Program } from './programs';
import { PRESENT } from './release';

const PATIENCE_MS = 600_000;
const AT_ONCE = 16;
const DAY_MS = 86_400_000;
/** Row-level security shows nothing to a connection without a scope; a release from before it does not mind. */
const SEES_ALL = '-c lotse.scope={"all":true}';

/** What the older release left behind. */
export interface Before {
  readonly journeys: number;
  /** A digest over all facts as they were written, without what later releases add beside them. */
  readonly facts: string;
  readonly versions: ReadonlyMap<string, number>;
  readonly stages: string;
}

const FACTS = `SELECT md5(string_agg(concat_ws('|', f.journey_id, f.version, f.seq, f.kind, f.command_id, f.happened_on, f.recorded_at,
  f.inserted_at, f.actor_role, f.submitted_by, f.template, f.rule_pack, f.supersedes, f.data, f.secret), ',' ORDER BY f.journey_id, f.version)) AS digest
  FROM fact f JOIN jsonb_each_text($1::jsonb) had ON had.key = f.journey_id AND f.version <= had.value::int`;
/** The driver's row of a journey that is closed may lag: its workflow has ended. */
const UNREAD = `SELECT count(*)::int AS n FROM journey j LEFT JOIN driver d ON d.journey_id = j.id
  WHERE coalesce(d.seen_version, 0) < j.version`;

async function withDatabase<Answer>(
  url: string,
  work: (database: Database) => Promise<Answer>,
): Promise<Answer> {
  const database = new Database({ connectionString: url, max: 1, options: SEES_ALL });
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

const numberIn = async (database: Database, sql: string): Promise<number> =>
  Number((await database.query<{ n: number }>(sql)).rows[0]?.n ?? 0);

const hasRead = (database: Database): Promise<unknown> =>
  eventually(
    () => numberIn(database, `SELECT (${UNREAD}) + (SELECT count(*) FROM wake) AS n`),
    (unread) => unread === 0,
    PATIENCE_MS,
  );

async function digestOf(database: Database, versions: ReadonlyMap<string, number>): Promise<string> {
  const { rows } = await database.query<{ digest: string }>(FACTS, [
    JSON.stringify(Object.fromEntries(versions)),
  ]);
  return rows[0]?.digest ?? '';
}

/** Waits until the workflows of the older release have read everything, and notes what there is. */
export const readyWhenRead = ({ databaseUrl }: Services, journeys: number): Promise<Before> =>
  withDatabase(databaseUrl, async (database) => {
    await hasRead(database);
    const { rows } = await database.query<{ id: string; version: number; stage: string }>(
      'SELECT id, version, stage FROM journey ORDER BY id',
    );
    if (rows.length !== journeys) throw new Error(`${rows.length} journeys instead of ${journeys}`);
    const counts = new Map<string, number>();
    for (const { stage } of rows) counts.set(stage, (counts.get(stage) ?? 0) + 1);
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    return {
      journeys,
      versions,
      facts: await digestOf(database, versions),
      stages: [...counts].map(([stage, count]) => `${stage} ${count}`).join(', '),
    };
  });

interface Parts {
  readonly services: Services;
  readonly home: string;
  readonly before: Before;
  readonly worker: Program;
}

/** Judges the journeys under the present code; every finding is an error. */
export class Checker {
  /** Where the time of the workflows stands. */
  private skippedMs = 0;

  private constructor(
    private readonly parts: Parts,
    private readonly database: Database,
    private readonly client: Client,
  ) {}

  static async open(parts: Parts): Promise<Checker> {
    const { databaseUrl, temporalAddress = '', namespace } = parts.services;
    const database = new Database({ connectionString: databaseUrl, max: 4, options: SEES_ALL });
    const client = await connectTemporal({
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: namespace,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY,
    });
    return new Checker(parts, database, client);
  }

  /** How many journeys have rows of the present form; all of them have. */
  async renewed(): Promise<number> {
    const shapes = await this.database.query<{ shape: number; n: number }>(
      `SELECT (snapshot ->> 'shape')::int AS shape, count(*)::int AS n FROM journey GROUP BY 1`,
    );
    if (shapes.rows.length !== 1) throw new Error(`Rows of several forms: ${JSON.stringify(shapes.rows)}`);
    return shapes.rows[0]?.n ?? 0;
  }

  /** Every open journey's workflow runs, has no failing task, and waits for the clocks that the rows say. Answers how many. */
  async waitsAlike(): Promise<number> {
    await hasRead(this.database);
    const open = await this.open();
    await mapAtOnce(open, AT_ONCE, ({ id }) =>
      eventually(
        async () => ({ rows: await this.rowsOf(id), workflow: await this.workflowOf(id) }),
        ({ rows, workflow }) => isDeepStrictEqual(rows, workflow),
        PATIENCE_MS,
      ).catch((error: Error) => {
        throw new Error(
          `The workflow of journey ${id} does not wait for what its rows say: ${error.message}`,
        );
      }),
    );
    this.noNonDeterminism();
    return open.length;
  }

  /** Lets days pass for every workflow. Answers how many clocks fired. */
  async afterDays(days: number): Promise<number> {
    const before = await this.fired();
    const open = await this.open();
    await mapAtOnce(open, AT_ONCE, ({ id }) => skipTime(this.client, journeyWorkflowId(id), days * DAY_MS));
    this.skippedMs += days * DAY_MS;
    const now = new Date(Date.now() + this.skippedMs).toISOString();
    await eventually(
      () =>
        numberIn(
          this.database,
          `SELECT count(*)::int AS n FROM journey_clock c JOIN journey j ON j.id = c.journey_id
           WHERE j.status IN ('open', 'on-hold') AND NOT c.stopped AND c.due_at < '${now}'`,
        ),
      (late) => late === 0,
      PATIENCE_MS,
    );
    await hasRead(this.database);
    const twice = await numberIn(
      this.database,
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM fact WHERE kind = 'clock-fired'
         GROUP BY journey_id, data ->> 'clock', data ->> 'dueOn' HAVING count(*) > 1) twice`,
    );
    if (twice > 0) throw new Error(`${twice} clocks fired twice`);
    this.noNonDeterminism();
    return (await this.fired()) - before;
  }

  /** Facts are as they were, rows are what facts give, workflows agree: as the command line says it. */
  async verified(): Promise<string> {
    const { facts, versions } = this.parts.before;
    if ((await digestOf(this.database, versions)) !== facts)
      throw new Error('Facts of the older release were changed');
    const rows: { readonly journeys: number; readonly deviating: number } = JSON.parse(
      await callLotse(PRESENT, ['projections', 'verify', '--json'], this.parts.home),
    );
    const driven: { readonly verified: number; readonly faults: readonly unknown[] } = JSON.parse(
      await callLotse(PRESENT, ['journey', 'verify', '--json'], this.parts.home),
    );
    if (rows.deviating > 0 || rows.journeys < versions.size || driven.faults.length > 0)
      throw new Error(`Not as they should be: ${JSON.stringify({ rows, driven })}`);
    return `${versions.size} journeys with facts as they were, ${rows.deviating} deviating rows, ${driven.verified} workflows at the same version`;
  }

  async close(): Promise<void> {
    await this.database.end();
    await this.client.connection.close();
  }

  private noNonDeterminism(): void {
    const line = this.parts.worker
      .output()
      .split('\n')
      .find((text) => /nondetermin|DeterminismViolation/i.test(text));
    if (line !== undefined) throw new Error(`The present workflows do not replay the older ones: ${line}`);
  }

  private fired(): Promise<number> {
    return numberIn(this.database, `SELECT count(*)::int AS n FROM fact WHERE kind = 'clock-fired'`);
  }

  private async open(): Promise<readonly { readonly id: string }[]> {
    const { rows } = await this.database.query<{ id: string }>(
      `SELECT id FROM journey WHERE status IN ('open', 'on-hold') AND stage <> 'DONE' ORDER BY id`,
    );
    return rows;
  }

  private async rowsOf(journey: string): Promise<unknown> {
    const { rows } = await this.database.query(
      `SELECT version, stage, coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'dueOn', due_on,
           'at', to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY due_on, code COLLATE "C")
         FROM journey_clock WHERE journey_id = id AND NOT stopped), '[]') AS clocks
       FROM journey WHERE id = $1`,
      [journey],
    );
    return rows[0];
  }

  /** What the workflow answers, or why it does not. */
  private async workflowOf(journey: string): Promise<unknown> {
    const handle = this.client.workflow.getHandle(journeyWorkflowId(journey));
    const { status, raw } = await handle.describe();
    const attempt = raw.pendingWorkflowTask?.attempt ?? 0;
    if (status.name !== 'RUNNING' || attempt > 3) return `${status.name}, task tried ${attempt} times`;
    return handle.query(journeyQuery).catch((error: Error) => error.message);
  }
}
