import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './planted-tree';

const FOLDERS = ['apps', 'libs', 'workflows', 'activities', 'bench', 'test'];

const specsIn = (folder: string): readonly string[] =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts') && !path.includes('node_modules'))
    .map((path) => join(folder, path));

it('every spec belongs to one project of jest.config.js, so that none is left unrun', () => {
  const { stdout } = spawnSync(process.execPath, ['node_modules/.bin/jest', '--listTests', '--json'], {
    cwd: PROJECT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  const listed = (JSON.parse(stdout) as readonly string[]).map((path) => path.slice(PROJECT.length + 1));
  expect([...listed].sort()).toEqual(FOLDERS.flatMap(specsIn).sort());
});
