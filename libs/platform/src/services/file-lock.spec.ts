import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readLock, takeLock } from './file-lock';
import { identify } from './process-identity';

const folder = mkdtempSync(join(tmpdir(), 'lotse-lock-'));
const path = join(folder, 'lock.json');
const dead = { pid: 4_194_304, startTime: 'long ago', token: 'dead', details: { left: 'behind' } };

afterEach(() => rmSync(path, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a lock file', () => {
  it('is held by one and tells the others who and why', async () => {
    const lock = await takeLock(path, { state: 'starting' });
    expect(await takeLock(path, {})).toMatchObject({
      held: false,
      holder: { ...identify(process.pid), details: { state: 'starting' } },
    });
    if (lock.held) lock.update({ state: 'ready' });
    expect(readLock(path)?.details).toEqual({ state: 'ready' });
    if (lock.held) lock.release();
    expect(readLock(path)).toBeUndefined();
  });

  it('of a dead holder goes to one of many, who alone clears up what was left', async () => {
    writeFileSync(path, JSON.stringify(dead));
    const recovered: unknown[] = [];
    const recover = async (left: { details: unknown }): Promise<void> => {
      recovered.push(left.details);
      await delay(50);
    };
    const locks = await Promise.all(Array.from({ length: 12 }, () => takeLock(path, {}, recover)));
    expect(locks.filter(({ held }) => held)).toHaveLength(1);
    expect(recovered).toEqual([{ left: 'behind' }]);
  });

  it('goes on although the one who was taking it over died as well', async () => {
    writeFileSync(path, JSON.stringify(dead));
    writeFileSync(`${path}.dead.claim`, JSON.stringify({ ...dead, token: 'claimant' }));
    const locks = await Promise.all(Array.from({ length: 12 }, () => takeLock(path, {}, () => delay(20))));
    expect(locks.filter(({ held }) => held)).toHaveLength(1);
  });

  it('of a process whose number was given to another one counts as left by a dead holder', async () => {
    writeFileSync(path, JSON.stringify({ ...dead, pid: process.pid }));
    expect((await takeLock(path, {})).held).toBe(true);
  });

  it('that is damaged counts as left by a dead holder', async () => {
    writeFileSync(path, '{"pid": 1');
    expect((await takeLock(path, {})).held).toBe(true);
  });
});
