import { createFolderStore } from '@lotse/file-store';
import { createFiles, type Files, type FilesParts, type Upload } from '@lotse/files';
import { createFileStore, runWithScope } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { TEST_MASTER_KEY } from '@lotse/testing';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPdf } from '../files/build-pdf';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';

const PERSON = 'p01';
const NAME = 'Паспорт Айгүл.pdf';

describe('files of a person', () => {
  let database: JourneysDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importText(referenceFile());
  });
  afterAll(() => database.close());
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lotse-files-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (parts: Partial<FilesParts> = {}): Files =>
    createFiles({
      rows: createFileStore(database.dataSource),
      store: createFolderStore(folder),
      keyring: createKeyring(TEST_MASTER_KEY),
      clock: database.clock,
      openUnscanned: true,
      ...parts,
    });
  const upload = (id: string, more: Partial<Upload> = {}): Upload => ({
    id,
    programme: 'kg-glass-2023',
    person: PERSON,
    topic: 'identity',
    name: NAME,
    type: 'application/pdf',
    bytes: buildPdf(),
    uploadedBy: 'administrator',
    ...more,
  });

  it('come back as they were, and lie sealed on the disk without their name', async () => {
    const files = open();
    expect(await files.upload(upload('f-1'))).toMatchObject({
      result: 'stored',
      file: {
        name: NAME,
        size: buildPdf().length,
        sha256: createHash('sha256').update(buildPdf()).digest('hex'),
      },
    });
    expect(await files.open('f-1')).toMatchObject({
      result: 'opened',
      bytes: buildPdf(),
      file: { name: NAME },
    });
    const [stored = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.length > 60,
    );
    expect(readFileSync(join(folder, stored)).includes('%PDF')).toBe(false);
    expect(JSON.stringify(await database.dataSource.query('SELECT * FROM file'))).not.toContain('Паспорт');
  });

  it('are stored once: a repeated upload is a repeat, another file under the id a conflict', async () => {
    const files = open();
    await files.upload(upload('f-2'));
    expect(await files.upload(upload('f-2'))).toMatchObject({ result: 'repeated' });
    const other = upload('f-2', { bytes: buildPdf(['<< /Type /Font >>']) });
    expect(await files.upload(other)).toMatchObject({ result: 'conflict', code: 'file-id-taken' });
    const contents = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.length > 60,
    );
    expect(contents).toHaveLength(1);
  });

  it('that are refused leave nothing behind', async () => {
    const files = open();
    const refused = await files.upload(upload('f-3', { bytes: buildPdf(['<< /S /Launch >>']) }));
    expect(refused).toMatchObject({ result: 'refused', refusal: { code: 'file-active-content' } });
    expect(await files.find('f-3')).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('wait while the scanner is away, and are opened when it has spoken', async () => {
    let away = true;
    const scanner = {
      scan: () => (away ? Promise.reject(new Error('away')) : Promise.resolve({ clean: true as const })),
    };
    const files = open({ scanner, openUnscanned: false });
    expect(await files.upload(upload('f-4'))).toMatchObject({ result: 'stored', file: { state: 'pending' } });
    expect(await files.open('f-4')).toMatchObject({ result: 'closed', code: 'file-pending' });
    away = false;
    expect(await files.scanPending(100)).toBeGreaterThan(0);
    expect(await files.open('f-4')).toMatchObject({ result: 'opened' });
  });

  it('in which something was found lose their content and say so', async () => {
    const scanner = { scan: () => Promise.resolve({ clean: false as const, signature: 'Lotse.Test' }) };
    const files = open({ scanner, openUnscanned: false });
    expect(await files.upload(upload('f-5'))).toMatchObject({
      file: { state: 'suspect', signature: 'Lotse.Test' },
    });
    expect(await files.open('f-5')).toMatchObject({ result: 'closed', code: 'file-suspect' });
    expect(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60),
    ).toEqual([]);
  });

  it('belong to their scope: others neither see them nor take their id', async () => {
    const files = open();
    await files.upload(upload('f-6'));
    const stranger = {
      all: false,
      account: 'a-x',
      programmes: ['other'],
      organisations: [],
      persons: [],
      references: [],
      journeys: [],
    } as const;
    await runWithScope(stranger, async () => {
      expect(await files.find('f-6')).toBeUndefined();
      expect(await files.open('f-6')).toEqual({ result: 'unknown' });
      expect(await files.upload(upload('f-6', { programme: 'other', person: undefined }))).toMatchObject({
        result: 'conflict',
        code: 'file-id-taken',
      });
    });
  });

  it('go with their person; contents that no row names are swept when they are old', async () => {
    const files = open();
    await files.upload(upload('f-7', { person: 'p02' }));
    expect(await files.eraseOf('p02')).toBe(1);
    expect(await files.eraseOf('p02')).toBe(0);
    const orphan = Buffer.from('an upload that broke off');
    await createFolderStore(folder).put(createHash('sha256').update(orphan).digest('hex'), orphan);
    expect(await files.sweep()).toBe(0);
    const later = { now: () => new Date(Date.now() + 48 * 3_600_000) };
    expect(await open({ clock: later }).sweep()).toBe(1);
  });
});
