import { createTestDatabase, sourceCommand, type TestDatabase } from '@lotse/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import request from 'supertest';
import { openImport } from './support/open-import';

const DEADLINE_MS = 60_000;
jest.setTimeout(DEADLINE_MS);

interface ApiProcess {
  readonly child: ChildProcess;
  /** Resolves with the first line of the log that has this message. */
  logged(message: string): Promise<{ url?: string }>;
  readonly errors: () => string;
  /** Exit code, when it is over. */
  readonly exit: Promise<number | null>;
}

function startProcess(environment: Readonly<Record<string, string>>): ApiProcess {
  const { command, args } = sourceCommand('apps/api/src/main.ts');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(command, args, {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seen: Record<string, { url?: string }> = {};
  const waiting = new Map<string, (line: { url?: string }) => void>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text);
    seen[line.msg] = line;
    waiting.get(line.msg)?.(line);
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return {
    child,
    errors: () => errors,
    exit,
    logged: (message) =>
      Promise.race([
        new Promise<{ url?: string }>((resolve) => {
          const line = seen[message];
          if (line === undefined) waiting.set(message, resolve);
          else resolve(line);
        }),
        exit.then((code) => Promise.reject(new Error(`Ended with ${code} before "${message}": ${errors}`))),
      ]),
  };
}

describe('the process of the API', () => {
  let database: TestDatabase;
  let home: string;
  const started: ApiProcess[] = [];
  const start = (environment: Readonly<Record<string, string>>): ApiProcess => {
    const api = startProcess(environment);
    started.push(api);
    return api;
  };
  const environment = (): Record<string, string> => ({
    DATABASE_URL: database.url,
    LOTSE_MASTER_KEY: Buffer.alloc(32, 'lotse-test').toString('base64'),
    LOTSE_HOME: home,
    PORT: '0',
  });

  beforeEach(async () => {
    database = await createTestDatabase();
    home = await mkdtemp(join(tmpdir(), 'lotse-api-'));
  });
  afterEach(async () => {
    for (const { child, exit } of started.splice(0)) {
      child.kill('SIGKILL');
      await exit;
    }
    await database.drop();
    await rm(home, { recursive: true });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends clean on %s, also in the midst of an import',
    async (signal) => {
      const api = start(environment());
      const { url = '' } = await api.logged('api listens');
      const upload = openImport(url, readFileSync(join(home, 'administrator.token'), 'utf8').trim());
      await upload.send('{}\n');
      expect(await upload.nextAnswer()).toMatchObject({ result: 'refused' });
      api.child.kill(signal);
      expect(await upload.nextAnswer()).toMatchObject({ problem: { code: 'shutting-down' } });
      expect(await api.exit).toBe(0);
      expect(api.errors()).toBe('');
    },
  );

  it('makes one token, which every later and parallel start keeps', async () => {
    const tokenNow = (): string => readFileSync(join(home, 'administrator.token'), 'utf8').trim();
    const urlOf = async (api: ApiProcess): Promise<string> => (await api.logged('api listens')).url ?? '';
    const first = await urlOf(start(environment()));
    const token = tokenNow();
    const others = await Promise.all([start(environment()), start(environment())].map(urlOf));
    expect(tokenNow()).toBe(token);
    for (const url of [first, ...others])
      await request(url).get('/api/v1/journeys').auth(token, { type: 'bearer' }).expect(200);
  });

  it('names everything that is wrong with its configuration and ends with 1', async () => {
    const api = start({ PORT: 'many', LOTSE_HOME: home, PUBLIC_URL: 'lotse' });
    expect(await api.exit).toBe(1);
    for (const variable of ['DATABASE_URL', 'LOTSE_MASTER_KEY', 'PORT', 'PUBLIC_URL'])
      expect(api.errors()).toContain(variable);
    expect(api.errors()).not.toMatch(/\n\s+at /);
  });

  it('ends with 1 when there is no database, without showing its address', async () => {
    const api = start({ ...environment(), DATABASE_URL: 'postgresql://someone:hidden@127.0.0.1:1/none' });
    expect(await api.exit).toBe(1);
    expect(api.errors()).toContain('ECONNREFUSED');
    expect(api.errors()).not.toMatch(/hidden|someone/);
  });
});
