import type { Sheet, SheetReader } from '@lotse/domain';
import { createOwnerDataSource, createSheetReader, migrate } from '@lotse/persistence';
import { createTestDatabase } from '@lotse/testing';
import type { DataSource } from 'typeorm';
import { replaceRows, type Rows } from './rows';

/** A real database with the real schema, of which a test says the rows. */
export interface SheetDatabase {
  readonly dataSource: DataSource;
  readonly reader: SheetReader;
  /** Replaces everything on record. */
  holds(rows: Rows): Promise<void>;
  /** The sheet of the only programme. @throws Error with the problem where there is none. */
  sheet(asOf?: string, knownAt?: string): Promise<Sheet>;
  close(): Promise<void>;
}

/** @param now the clock that the defaults of `asOf` and `knownAt` read. */
export async function openSheetDatabase(now = '2026-01-01T12:00:00Z'): Promise<SheetDatabase> {
  const database = await createTestDatabase();
  await migrate(database.url);
  const dataSource = await createOwnerDataSource(database.url).initialize();
  const reader = createSheetReader(dataSource, () => new Date(now));
  return {
    dataSource,
    reader,
    holds: (rows) => replaceRows(dataSource, rows),
    async sheet(asOf, knownAt) {
      const answer = await reader.sheet({
        ...(asOf === undefined ? {} : { asOf }),
        ...(knownAt === undefined ? {} : { knownAt }),
      });
      if (!answer.ok) throw new Error(`No sheet: ${answer.problem.code} ${answer.problem.message}`);
      return answer.value.sheet;
    },
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
