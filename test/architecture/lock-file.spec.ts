import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './planted-tree';

const WITH_A_GAP = {
  packages: {
    '': { dependencies: { compiler: '1.0.0' } },
    'node_modules/compiler': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@compiler/linux-x64-gnu': '1.0.0', '@compiler/darwin-arm64': '1.0.0' },
    },
    'node_modules/@compiler/linux-x64-gnu': { version: '1.0.0', optional: true },
  },
};

describe('the lock file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lotse-lock-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [join(PROJECT, 'tools/check-lock-file.js'), ...args], { encoding: 'utf8' });
  const planted = (): string => {
    const file = join(folder, 'package-lock.json');
    writeFileSync(file, JSON.stringify(WITH_A_GAP));
    return file;
  };

  it('of this project names the packages of every platform', () => {
    expect(run()).toMatchObject({ status: 0, stderr: '' });
  });

  it('fails where the package of another platform is missing', () => {
    const { status, stderr } = run(planted());
    expect(status).toBe(1);
    expect(stderr).toContain('@compiler/darwin-arm64@1.0.0, wanted by node_modules/compiler');
  });

  it('is mended with system and processor, so that npm leaves the package out elsewhere', () => {
    const file = planted();
    run('--mend', file);
    expect(run(file)).toMatchObject({ status: 0 });
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as typeof WITH_A_GAP;
    expect(packages).toMatchObject({
      'node_modules/@compiler/darwin-arm64': {
        version: '1.0.0',
        os: ['darwin'],
        cpu: ['arm64'],
        dev: true,
        optional: true,
      },
    });
  });
});
