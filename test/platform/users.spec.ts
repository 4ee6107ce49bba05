import { findTemporal } from '@lotse/platform';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { newFolder, removeFolders } from './support/homes';
import { Starter, type StarterOptions } from './support/starter';

/** `nobody` on every Linux we know. */
const ordinary = { uid: 65_534, gid: 65_534 };
const runsAsRoot = process.getuid?.() === 0;
const asRoot = runsAsRoot ? it : it.skip;
const starters: Starter[] = [];
const outside: string[] = [];

function start(options: StarterOptions): Starter {
  const starter = Starter.start(options);
  starters.push(starter);
  return starter;
}

/** The user that a process runs as, by number. */
function ownerOf(pid: number): number {
  return statSync(`/proc/${pid}`).uid;
}

afterAll(async () => {
  for (const starter of starters) await starter.close();
  for (const folder of outside) rmSync(folder, { recursive: true, force: true });
  removeFolders();
});

jest.setTimeout(60_000);

describe('embedded services', () => {
  it('run as an ordinary user', async () => {
    const folder = newFolder();
    const home = join(folder, 'home');
    const cache = join(folder, 'cache');
    await seedCache(cache);
    if (runsAsRoot) chownSync(folder, ordinary.uid, ordinary.gid);
    const services = await start({
      home,
      need: 'all',
      variables: { HOME: folder, LOTSE_CACHE: cache },
      ...(runsAsRoot ? { user: ordinary } : {}),
    }).ready();
    const user = runsAsRoot ? ordinary.uid : process.getuid?.();
    expect(services.services.map(({ name, pid }) => [name, ownerOf(pid)])).toEqual([
      ['postgres', user],
      ['temporal', user],
    ]);
    expect(statSync(join(home, 'postgres')).uid).toBe(user);
  });

  asRoot('run as root, the database as its own user in the same data folder', async () => {
    const home = join(newFolder(), 'home');
    const { services } = await start({ home, need: 'database' }).ready();
    const data = statSync(join(home, 'postgres'));
    expect(data.uid).not.toBe(0);
    expect(data.mode & 0o777).toBe(0o700);
    expect(services.map(({ pid }) => ownerOf(pid))).toEqual([data.uid]);
  });

  asRoot(
    'run as root in a folder others cannot reach: the data lie elsewhere and are found again',
    async () => {
      const closed = newFolder();
      chmodSync(closed, 0o700);
      const home = join(closed, 'home');
      const starter = start({ home, need: 'database' });
      const { databaseUrl } = await starter.ready();
      const pointed = readFileSync(join(home, 'postgres.location'), 'utf8');
      outside.push(dirname(pointed));
      expect(pointed).toMatch(/^\/var\/lib\/lotse\/[0-9a-f]+\/postgres$/);
      expect(existsSync(join(pointed, 'PG_VERSION'))).toBe(true);
      expect(existsSync(join(home, 'postgres'))).toBe(false);
      await starter.close();
      expect(await start({ home, need: 'database' }).ready()).toMatchObject({ databaseUrl });
      expect(readFileSync(join(home, 'postgres.location'), 'utf8')).toBe(pointed);
    },
  );

  asRoot('refuse data that belong to another user, and say whose they are', async () => {
    const home = join(newFolder(), 'home');
    mkdirSync(join(home, 'postgres'), { recursive: true });
    const outcome = await start({ home, need: 'database' }).outcome;
    expect(outcome).toMatchObject({ type: 'failed', code: 'postgres-failed' });
    expect(outcome).toMatchObject({ message: expect.stringContaining('user with number 0') as string });
  });
});

/** Gives another user the Temporal programs this user has, so that nothing is fetched here. */
async function seedCache(cache: string): Promise<void> {
  const found = await findTemporal(process.env);
  if (found === undefined) throw new Error('The global set-up has provided the Temporal programs.');
  const folder = join(cache, 'temporal-1.32.1');
  mkdirSync(folder, { recursive: true });
  copyFileSync(found.server, join(folder, 'temporal-server'));
  copyFileSync(found.sqlTool, join(folder, 'temporal-sql-tool'));
}
