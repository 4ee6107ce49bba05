import { PlantedTree } from './planted-tree';

const DATA_SOURCE = `interface Manager { query(sql: string): Promise<void> }
interface DataSource extends Manager { transaction(work: (manager: Manager) => Promise<void>): Promise<void> }
export const db: DataSource = { query: async () => {}, transaction: async (work) => work(db) };
`;
const inTransaction = (work: string): string =>
  `import { db } from './db';\nexport async function planted(): Promise<void> {\n  ${work}\n}\n`;

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
    'lotse(transaction-settings)',
    'libs/persistence/src/outside.ts',
    inTransaction("await db.query(`SELECT set_config('lotse.organisation', 'o', true)`);"),
  ],
  [
    'lotse(transaction-settings)',
    'libs/persistence/src/for-the-session.ts',
    inTransaction("await db.transaction(async (tx) => tx.query(`SELECT set_config('a', 'o', false)`));"),
  ],
  [
    'lotse(transaction-settings)',
    'libs/persistence/src/late.ts',
    inTransaction(
      "await db.transaction(async (tx) => {\n    await tx.query('SELECT 1');\n    await tx.query(`SELECT set_config('a', 'o', true)`);\n  });",
    ),
  ],
  [
    'lotse(transaction-settings)',
    'libs/persistence/src/other-connection.ts',
    inTransaction("await db.transaction(async () => db.query('SELECT 1'));"),
  ],
];

const PERMITTED: Readonly<Record<string, string>> = {
  'libs/journeys/src/named.ts': 'export const named = 1;\n',
  'libs/persistence/src/db.ts': DATA_SOURCE,
  'libs/persistence/src/first.ts': inTransaction(
    "await db.transaction(async (tx) => {\n    await tx.query(`SELECT set_config('a', 'o', true)`);\n    await tx.query('SELECT 1');\n  });",
  ),
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
