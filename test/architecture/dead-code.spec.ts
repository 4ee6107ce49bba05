import { PlantedTree } from './planted-tree';

interface KnipReport {
  readonly issues: readonly {
    readonly file: string;
    readonly files?: readonly unknown[];
    readonly exports?: readonly { readonly name: string }[];
  }[];
}

describe('dead code', () => {
  const tree = PlantedTree.with({
    'apps/api/src/main.ts': "import { used } from '@lotse/domain';\nused();\n",
    'libs/domain/src/index.ts': "export { used } from './used';\n",
    'libs/domain/src/used.ts': 'export const used = (): void => {};\nexport const dead = (): void => {};\n',
    'libs/domain/src/forgotten.ts': 'export const forgotten = 1;\n',
  });
  const { stdout } = tree.run('knip', ['--no-progress', '--include', 'files,exports', '--reporter', 'json']);
  const { issues } = JSON.parse(stdout) as KnipReport;
  afterAll(() => tree.remove());

  it('an export nobody imports is found', () => {
    expect(issues.flatMap(({ exports = [] }) => exports.map(({ name }) => name))).toEqual(['dead']);
  });

  it('a file nobody imports is found', () => {
    const unused = issues.filter(({ files = [] }) => files.length > 0).map(({ file }) => file);
    expect(unused).toContain('libs/domain/src/forgotten.ts');
    expect(unused).not.toContain('libs/domain/src/used.ts');
  });
});
