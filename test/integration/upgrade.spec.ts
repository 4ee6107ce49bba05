import { createTestDatabase, type TestDatabase } from '@lotse/testing';
import type { Deviation, ProjectionReport } from '@lotse/journeys';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { CreateJourneyRecord1795255200000 } from '../../libs/persistence/src/migrations/1795255200000-create-journey-record';
import { CreateDrive1795255260000 } from '../../libs/persistence/src/migrations/1795255260000-create-drive';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command } from './journeys/project';

/** The schema of each release, and its tables in an order in which rows can be put. */
const RELEASES = {
  '0.1.0': {
    migrations: [CreateJourneyRecord1795255200000, CreateDrive1795255260000],
    tables: ['record', 'person_key', 'journey', 'command', 'fact', 'placement', 'contract', 'driver'],
  },
} as const;

interface Line {
  readonly table: string;
  readonly row: object;
}

/** Rows of journeys at every stage as the release wrote them; recorded by `npm run drill:upgrade`. */
const rowsOf = (release: string): readonly Line[] =>
  readFileSync(join(__dirname, 'releases', `${release}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));

async function databaseOf(release: keyof typeof RELEASES): Promise<TestDatabase> {
  const { migrations, tables } = RELEASES[release];
  const database = await createTestDatabase();
  const source = await new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [...migrations],
  }).initialize();
  await source.runMigrations();
  const lines = rowsOf(release);
  for (const table of tables)
    for (const line of lines.filter((candidate) => candidate.table === table))
      await source.query(
        `INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::public."${table}", $1)`,
        [JSON.stringify(line.row)],
      );
  await source.destroy();
  return database;
}

async function drained(
  rows: AsyncGenerator<Deviation, ProjectionReport>,
): Promise<ProjectionReport & { readonly parts: ReadonlySet<string> }> {
  const parts = new Set<string>();
  for (;;) {
    const next = await rows.next();
    if (next.done === true) return { ...next.value, parts };
    for (const part of next.value.parts) parts.add(part);
  }
}

describe.each(Object.keys(RELEASES) as (keyof typeof RELEASES)[])(
  'a database that release %s wrote',
  (release) => {
    let old: TestDatabase;
    let database: JourneysDatabase;
    const journeys = rowsOf(release).filter(({ table }) => table === 'journey').length;
    const facts = (): Promise<unknown> =>
      database.dataSource.query(
        `SELECT md5(string_agg(concat_ws('|', journey_id, version, seq, kind, command_id, happened_on, recorded_at, data, secret),
         ',' ORDER BY journey_id, version)) AS digest, count(*)::int AS count FROM fact`,
      );

    beforeAll(async () => {
      old = await databaseOf(release);
      database = await openJourneysDatabase(old.name);
    });
    afterAll(async () => {
      await database.close();
      await old.drop();
    });

    it('is migrated and renewed from its facts, which stay as they were', async () => {
      const before = await facts();
      expect(journeys).toBeGreaterThan(8);
      expect((await drained(database.journeys.verifyProjections())).deviating).toBe(journeys);
      const renewed = await drained(database.journeys.rebuildProjections({ stale: true }));
      expect(renewed).toMatchObject({ journeys, deviating: journeys });
      expect(await drained(database.journeys.verifyProjections())).toMatchObject({ journeys, deviating: 0 });
      expect((await drained(database.journeys.rebuildProjections({ stale: true }))).journeys).toBe(0);
      expect(await facts()).toEqual(before);
    });

    it('has every journey woken, so that its workflow waits for what the present code says', async () => {
      expect(await database.stores.wakes.pending()).toBe(journeys);
    });

    it('goes on: every journey takes commands, and its texts can be read', async () => {
      const page = await database.journeys.listJourneys({ limit: 100 });
      for (const { id } of page.journeys) {
        const attempt = command(id, 'record-contact-attempt', 'coordinator', {
          channel: 'phone',
          result: 'reached',
        });
        expect(await database.submit(attempt)).toMatchObject({ result: 'accepted' });
        expect((await database.journeys.timeline(id))?.length).toBeGreaterThan(1);
      }
      expect(await drained(database.journeys.verifyProjections())).toMatchObject({ deviating: 0 });
    });
  },
);
