import { findServices } from '@lotse/platform';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { newFolder, removeFolders } from './support/homes';
import { listeningPorts } from './support/listening';
import { allGone, runs } from './support/processes';
import { Starter, type Ready } from './support/starter';

/** One data folder goes through a life: started, found, doubled, interrupted, killed, started again. */
const home = join(newFolder(), 'home');
const starters: Starter[] = [];

function start(options: Partial<Parameters<typeof Starter.start>[0]> = {}): Starter {
  const starter = Starter.start({ home, need: 'all', ...options });
  starters.push(starter);
  return starter;
}

function supervisorPid(): number {
  return (JSON.parse(readFileSync(join(home, 'lock.json'), 'utf8')) as { pid: number }).pid;
}

async function query(ready: Ready, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: ready.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  for (const starter of starters) await starter.close();
  removeFolders();
});

jest.setTimeout(120_000);

describe('embedded services', () => {
  let first: Ready;
  let starter: Starter;

  beforeAll(async () => {
    starter = start();
    first = await starter.ready();
    await query(first, 'create table kept as select 42 as answer');
  });

  it('run PostgreSQL 18 with checksums and a Temporal server of the pinned version', async () => {
    const [row] = await query(
      first,
      "select current_setting('server_version') v, current_setting('data_checksums') c",
    );
    expect(row).toEqual({ v: expect.stringMatching(/^18\./), c: 'on' });
    expect(first.services.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'postgres 18.4',
      'temporal 1.32.1',
    ]);
  });

  it('keep a random password that only its owner can read', () => {
    const file = join(home, 'postgres.password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{32}$/);
    for (const secretive of ['services.json', 'lock.json', 'temporal/server.yaml']) {
      expect(statSync(join(home, secretive)).mode & 0o777).toBe(0o600);
    }
  });

  it('listen on the loopback only, with membership ports that fit a smallint', () => {
    const sockets = first.services.flatMap(({ pid }) => listeningPorts(pid));
    expect(sockets.length).toBeGreaterThanOrEqual(9);
    expect(sockets.filter(({ address }) => address !== '127.0.0.1')).toEqual([]);
    expect(sockets.filter(({ port }) => port > 32_767)).toEqual([]);
  });

  it('are found by their data folder', () => {
    expect(findServices(home)).toMatchObject({
      databaseUrl: first.databaseUrl,
      temporalAddress: first.temporalAddress,
      purpose: 'standing',
      services: first.services,
    });
  });

  it('are shared by a second start, whose end they survive', async () => {
    const second = start();
    expect(await second.ready()).toEqual({ ...first, owned: false });
    await second.close();
    expect(first.services.every(({ pid }) => runs(pid))).toBe(true);
  });

  it('end on Ctrl-C within 10 s, in order and clean', async () => {
    const begun = Date.now();
    starter.interrupt();
    expect(await starter.exited).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(first.services.filter(({ pid }) => runs(pid))).toEqual([]);
    expect(existsSync(join(home, 'lock.json'))).toBe(false);
    expect(existsSync(join(home, 'services.json'))).toBe(false);
    expect(readFileSync(join(home, 'logs/postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/);
    // Temporal ended while its database was still there.
    expect(readFileSync(join(home, 'logs/temporal.log'), 'utf8')).toMatch(/All services are stopped\.\n$/);
  });

  it('find all data after a restart, at the same addresses', async () => {
    starter = start();
    const again = await starter.ready();
    expect(again.databaseUrl).toBe(first.databaseUrl);
    expect(again.temporalAddress).toBe(first.temporalAddress);
    expect(await query(again, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('end when their parent is killed', async () => {
    const { services } = await starter.ready();
    const supervisor = supervisorPid();
    starter.kill();
    await allGone([...services.map(({ pid }) => pid), supervisor], 10_000);
    expect(existsSync(join(home, 'lock.json'))).toBe(false);
  });

  it('are ended as orphans by the next start when parent and supervisor were killed, and lose nothing', async () => {
    starter = start();
    const before = await starter.ready();
    await query(before, 'update kept set answer = 43');
    process.kill(supervisorPid(), 'SIGKILL');
    starter.kill();
    await starter.exited;
    expect(before.services.every(({ pid }) => runs(pid))).toBe(true);

    starter = start();
    const after = await starter.ready();
    expect(before.services.filter(({ pid }) => runs(pid))).toEqual([]);
    expect(after).toMatchObject({ owned: true, databaseUrl: first.databaseUrl });
    expect(await query(after, 'select answer from kept')).toEqual([{ answer: 43 }]);
  });

  it('start again after everything was killed at once, past the lock and pid file that were left', async () => {
    const before = await starter.ready();
    await query(before, 'update kept set answer = 44');
    const pids = [supervisorPid(), ...before.services.map(({ pid }) => pid), starter.pid];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await allGone(pids, 10_000);
    expect(existsSync(join(home, 'lock.json'))).toBe(true);
    expect(existsSync(join(home, 'postgres/postmaster.pid'))).toBe(true);

    starter = start();
    expect(await query(await starter.ready(), 'select answer from kept')).toEqual([{ answer: 44 }]);
    await starter.close();
  });

  it('start although the number in the pid file that was left belongs to another process by now', async () => {
    const file = join(home, 'postgres/postmaster.pid');
    writeFileSync(file, `${process.pid}\n${join(home, 'postgres')}\n1\n5432\n`);
    starter = start({ need: 'database' });
    expect(await query(await starter.ready(), 'select answer from kept')).toEqual([{ answer: 44 }]);
    await starter.close();
  });

  it('are started once when two start at the same moment, and the other attaches', async () => {
    const [left, right] = [start(), start()];
    const outcomes = await Promise.all([left.ready(), right.ready()]);
    expect(outcomes.filter(({ owned }) => owned)).toHaveLength(1);
    expect(outcomes[0]).toEqual({ ...outcomes[1], owned: outcomes[0].owned });
    await Promise.all([left.close(), right.close()]);
  });

  it('are started in turn by two calls that use them for their own duration', async () => {
    const left = start({ need: 'database', purpose: 'call' });
    await left.ready();
    const right = start({ need: 'database', purpose: 'call' });
    await right.said('Waiting for process');
    await left.close();
    expect(await right.ready()).toMatchObject({ owned: true });
    await right.close();
  });
});
