import { COLUMN_NOTES, DATA_CLASSES } from '@lotse/privacy';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';

describe('what is held of whom', () => {
  let database: JourneysDatabase;
  beforeAll(async () => {
    database = await openJourneysDatabase();
  });
  afterAll(() => database.close());

  it('stands in the notes for every column there is, and for no other', async () => {
    const rows: { name: string }[] = await database.dataSource.query(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const noted = Object.entries(COLUMN_NOTES).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    expect(noted.sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it('every sealed column of a person is erased with its key or its row', () => {
    const sealed = Object.entries(COLUMN_NOTES).flatMap(([table, columns]) =>
      Object.entries(columns)
        .filter(([column]) => ['secret', 'details', 'address', 'sealed'].includes(column))
        .map(([column, { erase }]) => `${table}.${column} ${erase}`),
    );
    expect(sealed.filter((line) => !/ (key|delete)$/.test(line))).toEqual([]);
    expect(sealed.length).toBeGreaterThan(5);
  });

  it('every class with data of people has a period', () => {
    const used = new Set(
      Object.values(COLUMN_NOTES)
        .flatMap((columns) => Object.values(columns))
        .filter(({ subject }) => subject !== 'none')
        .map(({ dataClass }) => dataClass),
    );
    for (const name of used) expect(DATA_CLASSES[name]).toHaveProperty('period');
  });
});
