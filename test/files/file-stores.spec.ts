import { createFolderStore, createS3Store } from '@lotse/file-store';
import type { FileStore } from '@lotse/files';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

const addressOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const [A, B] = [Buffer.from('sealed a'), Buffer.from('sealed b')];

interface OpenStore {
  readonly store: FileStore;
  /** Changes what lies at an address behind the store's back. */
  spoil(address: string): void;
  close(): Promise<void>;
}

function openFolder(): OpenStore {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-files-'));
  return {
    store: createFolderStore(folder),
    spoil: (address) => {
      writeFileSync(join(folder, address.slice(0, 2), address), 'other');
    },
    close: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

async function openBucket(): Promise<OpenStore> {
  const directory = mkdtempSync(join(tmpdir(), 'lotse-bucket-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'lotse', configs: [] }],
  });
  const { port } = await server.run();
  return {
    store: createS3Store({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      bucket: 'lotse',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    }),
    spoil: (address) => {
      writeFileSync(join(directory, 'lotse', 'files', `${address}._S3rver_object`), 'other');
    },
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true });
    },
  };
}

describe.each([
  ['in a folder', openFolder],
  ['in a bucket', openBucket],
])('files %s', (_where, open) => {
  let opened: OpenStore;
  beforeEach(async () => (opened = await open()));
  afterEach(() => opened.close());

  it('are found under the hash of their bytes, and a second time change nothing', async () => {
    const { store } = opened;
    await store.put(addressOf(A), A);
    await store.put(addressOf(A), A);
    await store.put(addressOf(B), B);
    expect(await store.get(addressOf(A))).toEqual(A);
    const found: string[] = [];
    for await (const { address } of store.contents()) found.push(address);
    expect(found.sort()).toEqual([addressOf(A), addressOf(B)].sort());
  });

  it('that are not there are undefined, and removing them twice is harmless', async () => {
    const { store } = opened;
    expect(await store.get(addressOf(A))).toBeUndefined();
    await store.put(addressOf(A), A);
    await store.remove(addressOf(A));
    await store.remove(addressOf(A));
    expect(await store.get(addressOf(A))).toBeUndefined();
  });

  it('that were changed from outside are not handed out', async () => {
    const { store, spoil } = opened;
    await store.put(addressOf(A), A);
    spoil(addressOf(A));
    await expect(store.get(addressOf(A))).rejects.toThrow(/was changed/);
  });
});

it('a folder store takes no address that leads elsewhere', async () => {
  const { store, close } = openFolder();
  await expect(async () => store.get('../../etc/passwd')).rejects.toThrow(TypeError);
  await close();
});
