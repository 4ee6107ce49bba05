import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './planted-tree';

const AUDIT = {
  vulnerabilities: {
    multer: {
      name: 'multer',
      via: [{ title: 'Stops on a broken body', url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc' }],
    },
    express: { name: 'express', via: ['multer'] },
  },
};
const JUDGED = { id: 'GHSA-aaaa-bbbb-cccc', publishedOn: '2026-03-01', because: 'files are read otherwise' };

describe('the check of advisories', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lotse-advisories-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const check = (on: string, advisories: readonly object[], audit: object = AUDIT) => {
    const written = (name: string, content: object): string => {
      writeFileSync(join(folder, name), JSON.stringify(content));
      return join(folder, name);
    };
    const judged = written('judged.json', { updatedOn: '2026-02-01', advisories });
    const args = ['--audit', written('audit.json', audit), '--judged', judged, '--on', on];
    return spawnSync(process.execPath, [join(PROJECT, 'tools/check-advisories.js'), ...args], {
      encoding: 'utf8',
    });
  };

  it('passes while everything is judged and in time', () => {
    const { status, stdout } = check('2026-03-15', [{ ...JUDGED, allows: 'with-account' }]);
    expect([status, stdout]).toEqual([0, '1 advisories, all judged and in time\n']);
  });

  it.each([
    ['that nobody has judged', '2026-03-01', [], 'say in docs/security/advisories.json what it allows'],
    ['without a reason', '2026-03-01', [{ ...JUDGED, because: '', allows: 'nothing' }], 'with a reason'],
    ['older than its time', '2026-03-16', [{ ...JUDGED, allows: 'with-account' }], 'mended by 2026-03-15'],
    ['that opens the door', '2026-03-05', [{ ...JUDGED, allows: 'without-account' }], 'mended by 2026-03-04'],
  ])('fails for one %s', (_, on, advisories, fault) => {
    const { status, stderr } = check(on, advisories);
    expect([status, stderr]).toEqual([1, expect.stringContaining(fault)]);
  });

  it('fails when the last regular update is too long ago', () => {
    const { status, stderr } = check('2026-05-03', [], { vulnerabilities: {} });
    expect([status, stderr]).toEqual([1, expect.stringContaining('the next one was due on 2026-05-02')]);
  });

  it('counts the days that SECURITY.md promises', () => {
    const promised = readFileSync(join(PROJECT, 'SECURITY.md'), 'utf8');
    for (const days of [3, 14, 60]) expect(promised).toContain(`| ${days} days |`);
    expect(promised).toContain('at least every 90 days');
  });
});
