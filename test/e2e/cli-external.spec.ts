import type { ServicesReport } from '@lotse/platform';
import { createTestDatabase, testServices, type TestDatabase } from '@lotse/testing';
import { randomBytes } from 'node:crypto';
import { json, lotse, newFolder, removeFolders } from './support/lotse';

jest.setTimeout(480_000);

describe('lotse on services of others', () => {
  const home = newFolder();
  let database: TestDatabase;

  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(async () => {
    await database.drop();
    removeFolders();
  });

  it('uses the database of DATABASE_URL and the server of TEMPORAL_ADDRESS, and starts api and worker alone', async () => {
    const env = {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: testServices().temporalAddress,
      // Workers of other tests ask the same server for work.
      TEMPORAL_NAMESPACE: `cli-${randomBytes(4).toString('hex')}`,
    };
    const { code, stdout, stderr } = await lotse(['demo', '--once'], { home, env });
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^kg-glass-2023 +RET +contract +open +14 +verified$/m);
    expect(stderr).not.toMatch(/PostgreSQL(?!, Temporal)|Starting the Temporal server/);

    const report = json<ServicesReport>(await lotse(['doctor', '--json'], { home, env }));
    expect(report).toMatchObject({
      postgres: { source: 'DATABASE_URL' },
      temporal: { source: 'TEMPORAL_ADDRESS' },
      database: { database: database.name },
      services: [],
    });
  });
});
