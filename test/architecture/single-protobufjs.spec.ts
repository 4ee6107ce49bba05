import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './planted-tree';

describe('one protobufjs in the tree', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'lotse-protobufjs-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const install = (folder: string, version: string): void => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'package.json'), JSON.stringify({ name: 'protobufjs', version }));
  };
  const check = (): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [join(PROJECT, 'tools/check-single-protobufjs.js'), root], {
      encoding: 'utf8',
    });

  it('passes with one', () => {
    install('node_modules/protobufjs', '8.8.1');
    expect(check()).toMatchObject({ status: 0, stdout: 'node_modules/protobufjs 8.8.1\n' });
  });

  it('fails with a second one below another package, and names both', () => {
    install('node_modules/protobufjs', '8.8.1');
    install('node_modules/@grpc/proto-loader/node_modules/protobufjs', '7.5.4');
    const { status, stdout, stderr } = check();
    expect(status).toBe(1);
    expect(stdout).toContain('node_modules/@grpc/proto-loader/node_modules/protobufjs 7.5.4');
    expect(stderr).toContain('Expected one protobufjs, found 2');
  });

  it('fails with none', () => {
    expect(check()).toMatchObject({ status: 1 });
  });
});
