import { createJourneys, type Answer, type Journeys, type LineAnswer } from '@lotse/journeys';
import { createDataSource, createStores, migrate } from '@lotse/persistence';
import { createKeyring, parseMasterKey } from '@lotse/platform';
import { createTestDatabase, TestClock } from '@lotse/testing';
import type { JsonObject } from '@lotse/domain';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

const REFERENCE = join(__dirname, '../../../examples/kg-glass-2023/kg-glass-2023.jsonl');

/** The application service on a database of its own. */
export interface JourneysDatabase {
  readonly journeys: Journeys;
  readonly dataSource: DataSource;
  readonly stores: ReturnType<typeof createStores>;
  readonly clock: TestClock;
  readonly url: string;
  importText(text: string): Promise<LineAnswer[]>;
  importObjects(...lines: readonly JsonObject[]): Promise<LineAnswer[]>;
  /** Submits as a coordinator's account, not as an import. */
  submit(command: JsonObject): Promise<Answer>;
  /** Number of rows of every table, by name. */
  rows(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export const referenceFile = (): string => readFileSync(REFERENCE, 'utf8');

export async function openJourneysDatabase(): Promise<JourneysDatabase> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.url).initialize();
  await migrate(dataSource);
  const clock = new TestClock();
  const stores = createStores(dataSource);
  const keyring = createKeyring(parseMasterKey(randomBytes(32).toString('base64')));
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

  return {
    journeys,
    dataSource,
    stores,
    clock,
    url: database.url,
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
      await dataSource.destroy();
      await database.drop();
    },
  };
}
