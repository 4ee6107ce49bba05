import { createJourneys, type Answer, type Journeys, type LineAnswer } from '@lotse/journeys';
import { createDataSource, createOwnerDataSource, createStores, migrate } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import { createTestDatabase, TEST_MASTER_KEY, TestClock } from '@lotse/testing';
import type { JsonObject } from '@lotse/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

const REFERENCE = join(__dirname, '../../../examples/kg-glass-2023/kg-glass-2023.jsonl');

/** Deadline of each test: an import of the whole cohort on a machine that does other things too. */
jest.setTimeout(60_000);

/** The application service on a database of its own. */
export interface JourneysDatabase {
  readonly journeys: Journeys;
  /** The application's connections, in the scope of Lotse itself. */
  readonly application: DataSource;
  /** The owner's connections, to look at what lies in the tables. */
  readonly dataSource: DataSource;
  readonly stores: ReturnType<typeof createStores>;
  readonly clock: TestClock;
  readonly url: string;
  readonly name: string;
  /** Closes all connections and leaves the database, so that others can be copied from it. */
  leave(): Promise<void>;
  importText(text: string): Promise<LineAnswer[]>;
  importObjects(...lines: readonly JsonObject[]): Promise<LineAnswer[]>;
  /** Submits as a coordinator's account, not as an import. */
  submit(command: JsonObject): Promise<Answer>;
  /** Number of rows of every table, by name. */
  rows(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export const referenceFile = (): string => readFileSync(REFERENCE, 'utf8');

/** @param template name of a database to copy, to which nobody is connected; all share one master key. */
export async function openJourneysDatabase(template?: string): Promise<JourneysDatabase> {
  const database = await createTestDatabase(template);
  await migrate(database.url);
  const dataSource = await createOwnerDataSource(database.url).initialize();
  const application = await createDataSource(database.url, { scope: EVERYTHING }).initialize();
  const clock = new TestClock();
  const stores = createStores(application);
  const keyring = createKeyring(TEST_MASTER_KEY);
  const journeys = createJourneys({ stores, keyring, clock });

  async function importBytes(chunks: readonly (string | Uint8Array)[]): Promise<LineAnswer[]> {
    async function* source(): AsyncGenerator<string | Uint8Array> {
      yield* chunks;
    }
    const answers: LineAnswer[] = [];
    for await (const answer of journeys.importLines(source(), { submittedBy: 'administrator' }))
      answers.push(answer);
    return answers;
  }

  const leave = async (): Promise<void> => {
    for (const connections of [application, dataSource])
      if (connections.isInitialized) await connections.destroy();
  };

  return {
    journeys,
    application,
    dataSource,
    stores,
    clock,
    url: database.url,
    name: database.name,
    leave,
    importText: (text) => importBytes([text]),
    importObjects: (...lines) => importBytes(lines.map((line) => `${JSON.stringify(line)}\n`)),
    submit: (command) => journeys.submit(command, { submittedBy: 'coordinator-1' }),
    async rows() {
      const tables: { name: string }[] = await dataSource.query(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
      );
      const counts: Record<string, number> = {};
      for (const { name } of tables) {
        const [row]: { count: number }[] = await dataSource.query(
          `SELECT count(*)::int AS count FROM "${name}"`,
        );
        counts[name] = row?.count ?? 0;
      }
      return counts;
    },
    async close() {
      await leave();
      await database.drop();
    },
  };
}
