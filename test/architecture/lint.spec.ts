import { PlantedTree } from './planted-tree';

const DATABASE = `interface Manager { query(sql: string): Promise<void> }
interface DataSource extends Manager { transaction(work: (manager: Manager) => Promise<void>): Promise<void> }
export const tx: Manager = { query: async () => {} };
export const dataSource: DataSource = { ...tx, transaction: async (work) => work(tx) };
`;
const inTransaction = (work: string): string =>
  `import { dataSource, tx } from '../../../libs/persistence/src/database';\nexport async function planted(): Promise<void> {\n  ${work}\n}\nexport const used = [dataSource, tx];\n`;

/** The rule that must speak, the file, and what is wrong in it. */
const VIOLATIONS: readonly (readonly [rule: string, path: string, source: string])[] = [
  [
    'typescript(no-floating-promises)',
    'apps/api/src/floating.ts',
    'const save = async (): Promise<void> => {};\nexport function planted(): void {\n  save();\n}\n',
  ],
  [
    'typescript(no-misused-promises)',
    'workflows/src/async-validator.ts',
    "import { defineUpdate, setHandler } from '@temporalio/workflow';\nsetHandler(defineUpdate<void>('planted'), () => {}, { validator: async () => {} });\n",
  ],
  [
    'typescript(no-explicit-any)',
    'libs/journeys/src/any.ts',
    'export const planted = (value: any): string => `${value.name}`;\n',
  ],
  [
    'lotse(no-double-assertion)',
    'libs/journeys/src/cast.ts',
    "export const planted = 'a' as unknown as number;\n",
  ],
  ['lotse(named-re-exports)', 'libs/journeys/src/star.ts', "export * from './named';\n"],
  [
    'import(no-default-export)',
    'libs/journeys/src/default.ts',
    'const planted = 1;\nexport default planted;\n',
  ],
  ['eslint(no-console)', 'libs/platform/src/console.ts', "console.log('planted');\n"],
  ['node(no-process-env)', 'libs/domain/src/environment.ts', 'export const planted = process.env;\n'],
  [
    'eslint(max-lines)',
    'libs/journeys/src/long.ts',
    'export const planted = [\n' + '  1,\n'.repeat(400) + '];\n',
  ],
  ['jest(no-focused-tests)', 'libs/journeys/src/focused.spec.ts', "it.only('planted', () => {});\n"],
  ['jest(no-disabled-tests)', 'libs/journeys/src/skipped.spec.ts', "it.skip('planted', () => {});\n"],
  [
    'lotse(one-door)',
    'libs/persistence/src/setting.ts',
    inTransaction("await tx.query(`SELECT set_config('lotse.scope', 'o', true)`);"),
  ],
  ['lotse(one-door)', 'libs/persistence/src/role.ts', inTransaction("await tx.query('SET ROLE lotse');")],
  ['lotse(one-door)', 'libs/persistence/src/begin.ts', inTransaction("await tx.query('BEGIN');")],
  ['lotse(one-door)', 'libs/accounts/src/pool.ts', inTransaction("await dataSource.query('SELECT 1');")],
  [
    'lotse(one-door)',
    'apps/api/src/own-transaction.ts',
    inTransaction("await dataSource.transaction(async (manager) => manager.query('SELECT 1'));"),
  ],
];

const PERMITTED: Readonly<Record<string, string>> = {
  'libs/journeys/src/named.ts': 'export const named = 1;\n',
  'libs/persistence/src/database.ts': DATABASE,
  'libs/persistence/src/sound.ts': inTransaction("await tx.query('SELECT 1');"),
  'workflows/src/validator.ts':
    "import { defineUpdate, setHandler } from '@temporalio/workflow';\nsetHandler(defineUpdate<void>('sound'), () => {}, { validator: () => {} });\n",
};

interface LintReport {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

describe('lint', () => {
  const tree = PlantedTree.with({
    ...PERMITTED,
    ...Object.fromEntries(VIOLATIONS.map(([, path, source]) => [path, source])),
  });
  const { stdout } = tree.run('oxlint', ['--type-aware', '--format', 'json', 'apps', 'libs', 'workflows']);
  const { diagnostics } = JSON.parse(stdout) as LintReport;
  const codesIn = (path: string): readonly string[] =>
    diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code);
  afterAll(() => tree.remove());

  it.each(VIOLATIONS)('%s catches what is planted in %s', (rule, path) => {
    expect(codesIn(path)).toContain(rule);
  });

  it.each(Object.keys(PERMITTED))('%s passes', (path) => {
    expect(codesIn(path)).toEqual([]);
  });
});
