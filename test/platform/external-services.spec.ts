import { testServices } from '@lotse/testing';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { newFolder, removeFolders } from './support/homes';
import { Starter, type StarterOptions } from './support/starter';

const folder = newFolder();
const starters: Starter[] = [];

function start(home: string, options: Partial<StarterOptions>): Starter {
  const starter = Starter.start({ home: join(folder, home), need: 'all', ...options });
  starters.push(starter);
  return starter;
}

async function run(databaseUrl: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  for (const starter of starters.reverse()) await starter.close();
  removeFolders();
});

jest.setTimeout(120_000);

describe('DATABASE_URL', () => {
  let databaseUrl: string;

  beforeAll(async () => {
    // A PostgreSQL that is not this data folder's: another folder's serves as the database server of the house.
    const house = await start('house', { need: 'database' }).ready();
    databaseUrl = house.databaseUrl;
    const administrator = new URL(databaseUrl);
    administrator.username = 'postgres';
    await run(administrator.toString(), "create role poor login password 'poor'");
  }, 60_000);

  it("is refused in one clear error when its user may not create Temporal's databases", async () => {
    const poor = new URL(databaseUrl);
    poor.username = 'poor';
    poor.password = 'poor';
    const outcome = await start('poor', { variables: { DATABASE_URL: poor.toString() } }).outcome;
    expect(outcome).toMatchObject({ type: 'failed', code: 'database-rights-missing' });
    expect(outcome).toMatchObject({ message: expect.stringContaining('CREATEDB') as string });
  });

  it("replaces the embedded PostgreSQL and takes Temporal's databases too", async () => {
    const services = await start('guest', { variables: { DATABASE_URL: databaseUrl } }).ready();
    expect(services.databaseUrl).toBe(databaseUrl);
    expect(services.services.map(({ name }) => name)).toEqual(['temporal']);
    const known = await run(
      databaseUrl,
      'select datname from pg_database where datname ~ $$^temporal$$ order by 1',
    );
    expect(known).toEqual([{ datname: 'temporal' }, { datname: 'temporal_visibility' }]);
  });

  it('is refused to a second data folder while the first runs a Temporal server there', async () => {
    const outcome = await start('rival', { variables: { DATABASE_URL: databaseUrl } }).outcome;
    expect(outcome).toMatchObject({ type: 'failed', code: 'services-held' });
    expect(outcome).toMatchObject({ message: expect.stringContaining('TEMPORAL_ADDRESS') as string });
  });

  it('is refused in one clear error, without its password, when nobody answers', async () => {
    const variables = { DATABASE_URL: 'postgresql://lotse:geheim@127.0.0.1:1/lotse' };
    const outcome = await start('silent', { need: 'database', variables }).outcome;
    expect(outcome).toMatchObject({ type: 'failed', code: 'database-unreachable' });
    expect(JSON.stringify(outcome)).not.toContain('geheim');
  });
});

describe('TEMPORAL_ADDRESS', () => {
  const { temporalAddress, databaseUrl } = testServices();
  const variables = { TEMPORAL_ADDRESS: temporalAddress };
  const namespace = `external-${randomBytes(4).toString('hex')}`;

  it('replaces the embedded Temporal server, whose namespace and search attributes are made there', async () => {
    const services = await start('temporal', { namespace, variables }).ready();
    expect(services).toMatchObject({ temporalAddress, namespace });
    expect(services.services.map(({ name }) => name)).toEqual(['postgres']);
    const connection = await Connection.connect({ address: temporalAddress });
    try {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      expect(Object.keys(customAttributes ?? {})).toEqual(
        expect.arrayContaining(['Programme', 'Stage', 'NextDue', 'WaitingOn']),
      );
    } finally {
      await connection.close();
    }
  });

  it('with DATABASE_URL leaves nothing to start, and nothing is held', async () => {
    const both = { ...variables, DATABASE_URL: databaseUrl };
    const services = await start('nothing', { purpose: 'call', variables: both }).ready();
    expect(services).toMatchObject({ owned: false, databaseUrl, temporalAddress, services: [] });
  });

  it('is refused in one clear error when a search attribute there has another type', async () => {
    const wrong = `${namespace}-wrong`;
    const connection = await Connection.connect({ address: temporalAddress });
    try {
      const retention = { workflowExecutionRetentionPeriod: msToTs(86_400_000) };
      await connection.workflowService.registerNamespace({ namespace: wrong, ...retention });
      const text = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_TEXT;
      await connection.operatorService.addSearchAttributes({
        namespace: wrong,
        searchAttributes: { Stage: text },
      });
    } finally {
      await connection.close();
    }
    const outcome = await start('wrong', { namespace: wrong, variables }).outcome;
    expect(outcome).toMatchObject({ type: 'failed', code: 'search-attribute-type' });
    expect(outcome).toMatchObject({
      message: expect.stringContaining('Stage is TEXT, needed is KEYWORD') as string,
    });
  });
});
