import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMasterKey, createMasterKey, masterKeyText, parseMasterKey, readMasterKey } from './master-key';

describe('the master key', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'lotse-key-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for its owner only, and read back', async () => {
    const path = join(folder, 'master.key');
    const made = await createMasterKey(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readMasterKey(path)).bytes.equals(made.bytes)).toBe(true);
    await expect(createMasterKey(path)).rejects.toMatchObject({ code: 'key-exists' });
    expect(parseMasterKey(await readFile(path, 'utf8')).id).toBe(made.id);
  });

  it('is replaced in its file, which keeps those before it', async () => {
    const path = join(folder, 'master.key');
    const keys = [await createMasterKey(path), await addMasterKey(path), await addMasterKey(path)];
    const [first, second, third] = keys.map(({ id }) => id);
    const read = await readMasterKey(path);
    expect([read.id, ...read.earlier.map(({ id }) => id)]).toEqual([third, second, first]);
    expect(parseMasterKey(masterKeyText(read))).toEqual(read);
    expect(await readdir(folder)).toEqual(['master.key']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await expect(addMasterKey(join(folder, 'absent'))).rejects.toMatchObject({ code: 'key-missing' });
  });

  it('says what is wrong without showing the key', async () => {
    await expect(readMasterKey(join(folder, 'absent'))).rejects.toMatchObject({ code: 'key-missing' });
    for (const text of [
      '',
      'c2hvcnQ=',
      `${Buffer.alloc(32).toString('base64')} c2hvcnQ=`,
      'not base64 at all, but long enough to be taken for one',
    ]) {
      expect(() => parseMasterKey(text)).toThrow(expect.objectContaining({ code: 'key-malformed' }));
    }
    expect(() => parseMasterKey('c2hvcnQ=')).not.toThrow(/c2hvcnQ/);
  });
});
