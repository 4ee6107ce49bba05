import { migrate } from '@lotse/persistence';
import { createTestDatabase, testServices, type TestDatabase } from '@lotse/testing';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

describe('an external database whose owner may make no roles', () => {
  const owner = `owner_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  let administrator: Client;
  let database: TestDatabase;
  beforeAll(async () => {
    // The embedded server's own administrator, who has the same password as the owner of the tests' databases.
    const server = new URL(testServices().databaseUrl);
    server.username = 'postgres';
    administrator = new Client({ connectionString: server.toString() });
    await administrator.connect();
    database = await createTestDatabase();
    await administrator.query(`CREATE ROLE ${owner} LOGIN PASSWORD '${password}' NOCREATEROLE`);
    await administrator.query(`ALTER DATABASE "${database.name}" OWNER TO ${owner}`);
  });
  afterAll(async () => {
    await administrator.query(`ALTER DATABASE "${database.name}" OWNER TO lotse`);
    await database.drop();
    await administrator.query(`DROP ROLE ${owner}`);
    await administrator.end();
  });

  it('is refused by a code, with the statements that an administrator of the server runs once', async () => {
    const url = new URL(database.url);
    url.username = owner;
    url.password = password;
    const refused = await migrate(url.toString()).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'database-role',
      message: expect.stringMatching(/Run once as an administrator of the server: .*GRANT .*lotse_app/),
    });
    expect(String(refused)).not.toContain(password);
    const told = /administrator of the server: (.*)$/.exec(String(refused))?.[1] ?? '';
    for (const statement of told.split('; ')) await administrator.query(statement);
    expect(await migrate(url.toString())).not.toEqual([]);
  });
});
