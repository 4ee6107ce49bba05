import { spawnSync } from 'node:child_process';
import {
  readFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The project whose rules are on trial. */
export const PROJECT = resolve(__dirname, '../..');

/** What the tools read; globs in them count from the folder they lie in, so they are copied along. */
const CONFIGURATION = [
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  '.dependency-cruiser.js',
  '.oxlintrc.json',
  'tools/oxlint-lotse.js',
  'knip.json',
];

/**
 * A throw-away tree with the project's packages and configuration, into which tests plant files that break a rule.
 * It lies outside the project, so that a check running at the same time never sees what was planted.
 */
export class PlantedTree {
  private constructor(readonly root: string) {}

  /** @param sources content by path below the root; `@lotse/x` resolves to the tree's own libs/x/src/index.ts */
  static with(sources: Readonly<Record<string, string>>): PlantedTree {
    const tree = new PlantedTree(realpathSync(mkdtempSync(join(tmpdir(), 'lotse-planted-'))));
    for (const file of CONFIGURATION) tree.plant(file, readFileSync(join(PROJECT, file), 'utf8'));
    symlinkSync(join(PROJECT, 'node_modules'), join(tree.root, 'node_modules'));
    for (const [path, content] of Object.entries(sources)) tree.plant(path, content);
    return tree;
  }

  plant(path: string, content: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Runs one of the project's tools in the tree. @returns its exit code and all it printed */
  run(tool: string, args: readonly string[]): { readonly code: number | null; readonly stdout: string } {
    const { status, stdout, error } = spawnSync(join(PROJECT, 'node_modules/.bin', tool), args, {
      cwd: this.root,
      encoding: 'utf8',
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    return { code: status, stdout };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
