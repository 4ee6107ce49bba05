import { createAudit } from '@lotse/audit';
import { createFolderStore } from '@lotse/file-store';
import { createFiles } from '@lotse/files';
import type { JsonObject } from '@lotse/domain';
import {
  createAuditStore,
  createDataSource,
  createFileStore,
  createWrappedKeyStore,
} from '@lotse/persistence';
import { createKeyring, createLogger, loadConfig, parseMasterKey, type MasterKey } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import { rotateKeys } from '@lotse/privacy';
import type { DataSource } from 'typeorm';
import { startApi } from '../../apps/api/src/start-api';
import { MASTER_KEY } from '../e2e/support/running-api';
import { buildPdf } from '../files/build-pdf';
import { belongingsOf } from './support/belongings';
import { openSecuredApi, TODAY, type SecuredApi } from './support/secured-api';
import { twinCohort } from './support/twin-cohort';

jest.setTimeout(240_000);

const keyOf = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const SHELL = { id: 'administrator', entrance: 'shell' } as const;
const clock = { now: () => new Date(`${TODAY}T12:00:00Z`) };

/** Columns that hold a key, whatever their table. */
const KEY_COLUMNS = `
  SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
  WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name IN ('wrapped_key', 'own_key') ORDER BY 1`;

describe('another master key', () => {
  let secured: SecuredApi;
  let dataSource: DataSource;
  const query = (sql: string, values: readonly unknown[] = []): Promise<JsonObject[]> =>
    dataSource.query(sql, [...values]);
  const store = () => createWrappedKeyStore(dataSource);

  beforeAll(async () => {
    secured = await openSecuredApi({ LOTSE_OPEN_UNSCANNED_FILES: 'true' });
    dataSource = await createDataSource(secured.api.databaseUrl, { scope: EVERYTHING }).initialize();
    await belongingsOf(secured, '', query);
    await complain();
    await judgeASample();
    await keepAFileOfNobody();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await secured.close();
  });

  async function complain(): Promise<void> {
    const complaint = {
      id: 'c-1',
      programme: 'kg-glass-2023',
      text: 'Без ответа',
      code: 'nobody-knows-this-code',
    };
    const filed = await fetch(`${secured.api.url}/api/v1/complaints/anonymous`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lotse-request': '1' },
      body: JSON.stringify(complaint),
    });
    expect(filed.status).toBe(201);
  }

  async function judgeASample(): Promise<void> {
    const order = {
      id: 'sample-1',
      indicator: 'students',
      asOf: '2025-02-28',
      share: 40,
      seed: 'both were there',
    };
    const drawn = await secured.ask('auditor', 'POST', '/api/v1/samples', {
      ...order,
      answersUntil: '2025-04-30',
    });
    const sample = drawn.json.sample as JsonObject;
    const [unit] = sample.units as JsonObject[];
    const finding = { unit: String(unit?.unit), finding: 'day-differs', text: 'Der Vertrag nennt Мээрим' };
    const found = await secured.ask(
      'auditor',
      'POST',
      `/api/v1/samples/${String(sample.id)}/findings`,
      finding,
    );
    expect(found.status).toBe(200);
  }

  async function keepAFileOfNobody(): Promise<void> {
    const files = createFiles({
      rows: createFileStore(dataSource),
      store: createFolderStore(`${secured.api.home}/files`),
      keyring: createKeyring(parseMasterKey(MASTER_KEY)),
      clock,
      openUnscanned: true,
    });
    const paper = {
      id: 'f-1',
      programme: 'kg-glass-2023',
      topic: 'employment',
      name: 'Abkommen.pdf',
    } as const;
    const kept = await files.upload({
      ...paper,
      type: 'application/pdf',
      bytes: buildPdf(),
      uploadedBy: 'test',
    });
    expect(kept).toMatchObject({ result: 'stored' });
  }

  const rotation = (key: MasterKey) => ({
    store: store(),
    present: key.id,
    rewrapped: createKeyring(key).rewrapped,
    audit: createAudit(createAuditStore(dataSource)),
    clock,
  });
  const allKeys = async (): Promise<number> =>
    (await store().uses()).reduce((sum, { keys }) => sum + keys, 0);

  it('is told of every column that holds a key, and each holds one here', async () => {
    const columns = await query(KEY_COLUMNS);
    const counts = await Promise.all(
      columns.map(async ({ table, column }) => {
        const [row] = await query(`SELECT count("${String(column)}")::int AS keys FROM "${String(table)}"`);
        return { table: String(table), keys: Number(row?.keys) };
      }),
    );
    expect(counts.filter(({ keys }) => keys === 0)).toEqual([]);
    expect(await allKeys()).toBe(counts.reduce((sum, { keys }) => sum + keys, 0));
  });

  it('that does not know the one before changes nothing', async () => {
    const before = await store().uses();
    const stranger = parseMasterKey(keyOf(9));
    await expect(rotateKeys(rotation(stranger), SHELL, () => undefined)).rejects.toMatchObject({
      code: 'key-wrong',
    });
    expect(await store().uses()).toEqual(before);
  });

  it('takes over where it was cut off, opens everything, and is on record', async () => {
    const all = await allKeys();
    const second = parseMasterKey(`${keyOf(2)} ${MASTER_KEY}`);
    const some = await store().rewrap(second.id, 3, createKeyring(second).rewrapped);
    expect(some).toBeLessThan(all);
    const told: number[] = [];
    expect(await rotateKeys(rotation(second), SHELL, (done) => told.push(done))).toBe(all - some);
    expect(told.at(-1)).toBe(all - some);
    expect(await store().uses()).toEqual([{ masterKey: second.id, keys: all }]);
    expect(await rotateKeys(rotation(second), SHELL, () => undefined)).toBe(0);

    // Each key was wrapped for its own owner, so that the second key opens it without the first.
    const third = parseMasterKey(`${keyOf(3)} ${keyOf(2)}`);
    expect(await rotateKeys(rotation(third), SHELL, () => undefined)).toBe(all);
    const audit = createAudit(createAuditStore(dataSource));
    await audit.seal();
    const entries = await audit.list({ action: 'keys.rotate', limit: 10 });
    expect(entries.map(({ who, code, count }) => `${who} ${code} ${count}`)).toEqual(
      [
        `done ${all}`,
        `begun ${all}`,
        `done ${all - some}`,
        `begun ${all - some}`,
        // Of the key that was refused.
        `begun ${all}`,
      ].map((entry) => `${SHELL.id} ${entry}`),
    );
  });

  it('leaves people, commands and addresses as they were for who works with it', async () => {
    await secured.api.stop();
    const config = loadConfig('api', {
      DATABASE_URL: secured.api.databaseUrl,
      LOTSE_MASTER_KEY: [keyOf(3), keyOf(2), MASTER_KEY].join('\n'),
      LOTSE_HOME: secured.api.home,
      PORT: '0',
    });
    const api = await startApi(config, createLogger({ process: 'api', level: 'error' }), clock);
    try {
      const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
        fetch(`${api.url}/api/v1${path}`, {
          ...init,
          headers: {
            authorization: `Bearer ${secured.tokenOf('key')}`,
            'content-type': 'application/x-ndjson',
          },
        });
      expect(await (await ask('/accounts')).text()).toContain('Анна coordinator');
      expect((await ask('/journeys/j01/timeline')).status).toBe(200);
      const again = await ask('/imports', { method: 'POST', body: twinCohort() });
      const results = (await again.text())
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as JsonObject).result);
      expect(new Set(results)).toEqual(new Set(['repeated', 'unchanged']));
    } finally {
      await api.close();
    }
  });
});
