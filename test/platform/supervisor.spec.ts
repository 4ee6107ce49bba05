import { inspectServices, openServices, type ChildSpec, type Services } from '@lotse/platform';
import { sourceCommand } from '@lotse/testing';
import { join } from 'node:path';
import { Client } from 'pg';
import { newFolder, removeFolders } from './support/homes';
import { allGone, runs } from './support/processes';

const home = join(newFolder(), 'home');
let services: Services;

/** A child that answers HTTP with the given status and may ignore SIGTERM. */
function child(name: string, port: number, script: string, deadline = 20_000): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: ['-e', `const port = ${port}; ${script}`],
    env: { DATABASE_URL: services.databaseUrl },
    cwd: '/',
    readiness: { kind: 'http', url: `http://127.0.0.1:${port}/health/ready`, deadline },
    stopDeadline: 500,
    logFile: join(home, 'logs', `${name}.log`),
    port,
  };
}

const answering = (status: number): string =>
  `require('http').createServer((_, r) => r.writeHead(${status}).end()).listen(port, '127.0.0.1');`;

async function answer(): Promise<unknown> {
  const client = new Client({ connectionString: services.databaseUrl });
  await client.connect();
  try {
    return (await client.query<{ answer: number }>('select 42 as answer')).rows[0]?.answer;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  services = await openServices({
    home,
    need: 'database',
    fsync: false,
    env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
    supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
  });
}, 60_000);

afterAll(async () => {
  await services.close();
  removeFolders();
});

jest.setTimeout(60_000);

describe('the supervisor', () => {
  it('keeps further processes and tells their ports, once they answer 2xx', async () => {
    const port = await services.choosePort('api');
    const pid = await services.startChild(child('api', port, answering(200)));
    expect(services.services).toContainEqual({ name: 'api', pid, port });
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    expect(await services.choosePort('api')).not.toBe(port);
  });

  it('refuses a process that never becomes ready, with its words, and ends it', async () => {
    const port = await services.choosePort('sick');
    const sick = child('sick', port, `console.error('the reason why'); ${answering(503)}`, 1_500);
    const ended = new Promise<string>((resolve) =>
      services.onExit((name) => (name === 'sick' ? resolve(name) : undefined)),
    );
    await expect(services.startChild(sick)).rejects.toMatchObject({
      code: 'child-failed',
      message: expect.stringMatching(/answers 503[^]*the reason why/) as string,
    });
    await ended;
    expect(services.services.map(({ name }) => name)).toEqual(['postgres', 'api']);
  });

  it('refuses a process that ends at once, or that cannot be run', async () => {
    const port = await services.choosePort('short');
    await expect(services.startChild(child('short', port, 'process.exit(7)'))).rejects.toThrow('exit code 7');
    const absent = { ...child('absent', port, ''), command: '/nonexistent/program' };
    await expect(services.startChild(absent)).rejects.toThrow('ENOENT');
  });

  it('stops one process and starts it again as it was', async () => {
    const before = services.services.find(({ name }) => name === 'postgres');
    await services.stopChild('postgres');
    expect(runs(before?.pid ?? 0)).toBe(false);
    await expect(answer()).rejects.toThrow('ECONNREFUSED');
    await services.restartChild('postgres');
    expect(await answer()).toBe(42);
  });

  it('shows in the report who holds the data folder, what runs and what the database is', async () => {
    const report = await inspectServices(home, { PATH: process.env.PATH, HOME: process.env.HOME });
    expect(report).toMatchObject({
      postgres: { source: 'embedded', version: expect.stringMatching(/^18\./) as string },
      dataFolder: join(home, 'postgres'),
      holder: { state: 'ready', purpose: 'standing' },
      orphans: [],
      services: services.services,
      database: { version: '18.4', checksums: true },
      temporalServer: undefined,
    });
    expect(report.disk.free).toBeGreaterThan(0);
    expect(JSON.stringify(report)).not.toContain(new URL(services.databaseUrl).password);
  });

  it('is refused to a caller that needs a Temporal server it does not run', async () => {
    const all = openServices({ home, need: 'all', env: { PATH: process.env.PATH } });
    await expect(all).rejects.toMatchObject({ code: 'services-held' });
  });

  it('ends within 10 s although a process ignores SIGTERM', async () => {
    const port = await services.choosePort('deaf');
    await services.startChild(child('deaf', port, `process.on('SIGTERM', () => {}); ${answering(200)}`));
    const pids = services.services.map(({ pid }) => pid);
    const begun = Date.now();
    await services.close();
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(pids.filter(runs)).toEqual([]);
  });

  it('killed alone, leaves processes that the report names and close ends', async () => {
    services = await openServices({
      home,
      need: 'database',
      fsync: false,
      env: { ...process.env, DATABASE_URL: undefined },
      supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
    });
    const { holder } = await inspectServices(home, {});
    const gone = new Promise<void>((resolve) =>
      services.onExit((name) => (name === 'supervisor' ? resolve() : undefined)),
    );
    process.kill(holder!.pid, 'SIGKILL');
    await gone;
    expect((await inspectServices(home, {})).orphans).toEqual(services.services);
    const pids = services.services.map(({ pid }) => pid);
    expect(pids.every(runs)).toBe(true);
    await services.close();
    await allGone(pids, 0);
    expect((await inspectServices(home, {})).orphans).toEqual([]);
  });
});
