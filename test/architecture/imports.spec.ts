import { PlantedTree } from './planted-tree';

const INDEXES = {
  'libs/domain/src/index.ts': 'export const stage = 1;\nexport interface Fact { readonly id: string }\n',
  'libs/contracts/src/index.ts': 'export const wake = 1;\n',
  'libs/journeys/src/index.ts': 'export const submit = 1;\nexport interface Port { readonly id: string }\n',
  'libs/journeys/src/submit.ts': 'export const inner = 1;\n',
  'libs/accounts/src/index.ts':
    'export const accounts = 1;\nexport interface AccountStore { readonly id: string }\n',
  'libs/persistence/src/index.ts': 'export const store = 1;\n',
  'libs/platform/src/index.ts': 'export const config = 1;\n',
  'libs/testing/src/index.ts': 'export const builder = 1;\n',
  'libs/integrations/mail/src/index.ts': 'export const mail = 1;\n',
  'libs/integrations/files/src/index.ts': 'export const files = 1;\n',
  'workflows/src/index.ts': 'export const contract = 1;\n',
  'activities/src/index.ts': 'export const observe = 1;\n',
  'apps/api/src/main.ts': 'export const api = 1;\n',
  'apps/worker/src/main.ts': 'export const worker = 1;\n',
  'apps/worker/src/e.ts': "import { d } from './d';\nexport const e = d;\n",
  'apps/web/src/client.ts': 'export const client = 1;\n',
  'test/architecture/fixture.ts': 'export const fixture = 1;\n',
};

/** Row by row: the file that may not, what it imports, and the rule that must say so. */
const VIOLATIONS: readonly (readonly [from: string, importing: string, rule: string])[] = [
  ['libs/domain/src/a.ts', "import 'node:fs';", 'domain-imports-nothing'],
  ['libs/domain/src/b.ts', "import 'rxjs';", 'domain-imports-nothing'],
  ['libs/domain/src/c.ts', "import type { wake } from '@lotse/contracts';", 'domain-imports-nothing'],
  ['libs/contracts/src/a.ts', "import 'pg';", 'contracts'],
  ['libs/contracts/src/b.ts', "import { submit } from '@lotse/journeys';", 'contracts'],
  ['libs/contracts/src/c.ts', "import { stage } from '@lotse/domain';", 'types-only'],
  ['workflows/src/a.ts', "import { Client } from '@temporalio/client';", 'workflows'],
  ['workflows/src/b.ts', "import 'node:crypto';", 'workflows'],
  ['workflows/src/c.ts', "import { observe } from '@lotse/activities';", 'workflows'],
  ['workflows/src/d.ts', "import { submit } from '@lotse/journeys';", 'workflows'],
  ['activities/src/a.ts', "import { Injectable } from '@nestjs/common';", 'activities'],
  ['activities/src/b.ts', "import { DataSource } from 'typeorm';", 'activities'],
  ['activities/src/c.ts', "import { Client } from 'pg';", 'activities'],
  ['activities/src/d.ts', "import { store } from '@lotse/persistence';", 'activities'],
  ['libs/journeys/src/a.ts', "import { Client } from 'pg';", 'journeys'],
  ['libs/journeys/src/b.ts', "import { store } from '@lotse/persistence';", 'journeys'],
  ['libs/journeys/src/c.ts', "import 'node:fs';", 'journeys'],
  ['libs/audit/src/a.ts', "import { Client } from 'pg';", 'audit'],
  ['libs/audit/src/b.ts', "import { submit } from '@lotse/journeys';", 'audit'],
  ['libs/policy/src/a.ts', "import { submit } from '@lotse/journeys';", 'policy'],
  ['libs/policy/src/b.ts', "import 'node:fs';", 'policy'],
  ['libs/files/src/a.ts', "import 'node:fs';", 'files'],
  ['libs/files/src/b.ts', "import { store } from '@lotse/persistence';", 'files'],
  ['libs/privacy/src/a.ts', "import { store } from '@lotse/persistence';", 'privacy'],
  ['libs/privacy/src/b.ts', "import 'node:fs';", 'privacy'],
  ['libs/reports/src/a.ts', "import { store } from '@lotse/persistence';", 'reports'],
  ['libs/reports/src/b.ts', "import 'node:fs';", 'reports'],
  ['libs/accounts/src/a.ts', "import { store } from '@lotse/persistence';", 'accounts'],
  ['libs/accounts/src/b.ts', "import { Injectable } from '@nestjs/common';", 'accounts'],
  ['libs/persistence/src/a.ts', "import { Injectable } from '@nestjs/common';", 'persistence'],
  ['libs/persistence/src/b.ts', "import { config } from '@lotse/platform';", 'persistence'],
  ['libs/persistence/src/d.ts', "import { submit } from '@lotse/journeys';", 'types-only'],
  ['libs/persistence/src/c.ts', "import { stage } from '@lotse/domain';", 'types-only'],
  ['libs/platform/src/a.ts', "import { store } from '@lotse/persistence';", 'platform'],
  ['libs/platform/src/b.ts', "import { contract } from '@lotse/workflows';", 'libs-below-workflows'],
  ['libs/integrations/mail/src/a.ts', "import { files } from '../../files/src/index';", 'integrations'],
  ['libs/integrations/mail/src/b.ts', "import { store } from '@lotse/persistence';", 'integrations'],
  ['libs/integrations/mail/src/c.ts', "import { Client } from 'pg';", 'integrations-framework-free'],
  ['libs/integrations/mail/src/d.ts', "import { stage } from '@lotse/domain';", 'types-only'],
  ['apps/api/src/a.ts', "import { contract } from '@lotse/workflows';", 'api-without-workflows'],
  ['apps/api/src/b.ts', "import { observe } from '@lotse/activities';", 'api-without-workflows'],
  ['apps/api/src/c.ts', "import { worker } from '../../worker/src/main';", 'apps-apart'],
  ['apps/worker/src/a.ts', "import { api } from '../../api/src/main';", 'apps-apart'],
  ['apps/cli/src/a.ts', "import { api } from '../../api/src/main';", 'apps-apart'],
  ['apps/web/src/a.ts', "import { stage } from '@lotse/domain';", 'web-by-its-client'],
  ['libs/platform/src/c.ts', "import { api } from '../../../apps/api/src/main';", 'libs-below-apps'],
  ['libs/journeys/src/d.ts', "import { builder } from '@lotse/testing';", 'testing-in-tests'],
  [
    'apps/worker/src/b.ts',
    "import { fixture } from '../../../test/architecture/fixture';",
    'testing-in-tests',
  ],
  ['apps/worker/src/c.ts', "import { inner } from '../../../libs/journeys/src/submit';", 'through-the-index'],
  ['apps/worker/src/d.ts', "import { e } from './e'; export const d = e;", 'no-cycles'],
  ['libs/platform/src/d.ts', "import * as fc from 'fast-check';", 'no-dev-packages'],
  ['libs/platform/src/e.ts', "import 'long';", 'declared-packages'],
  ['libs/platform/src/f.ts', "import './nowhere';", 'resolvable'],
];

/** What the table does allow, so that a rule forbidding everything would be noticed too. */
const PERMITTED: Readonly<Record<string, string>> = {
  'libs/domain/src/z.ts': "export { stage } from './index';",
  'libs/domain/src/z.spec.ts': "import * as fc from 'fast-check'; import { builder } from '@lotse/testing';",
  'libs/contracts/src/z.ts':
    "import type { Fact } from '@lotse/domain'; import { defineSignal } from '@temporalio/workflow';",
  'workflows/src/z.ts':
    "import { wake } from '@lotse/contracts'; import { stage } from '@lotse/domain'; import { sleep } from '@temporalio/workflow';",
  'activities/src/z.ts':
    "import { submit } from '@lotse/journeys'; import { ApplicationFailure } from '@temporalio/common';",
  'libs/journeys/src/z.ts':
    "import { stage } from '@lotse/domain'; import { createHash } from 'node:crypto';",
  'libs/audit/src/z.ts':
    "import type { Instant } from '@lotse/domain'; import { createHash } from 'node:crypto';",
  'libs/policy/src/z.ts': "import { stage } from '@lotse/domain';",
  'libs/files/src/z.ts': "import { createHash } from 'node:crypto'; import { fromBuffer } from 'yauzl';",
  'libs/privacy/src/z.ts': "import { stage } from '@lotse/domain'; import { createHash } from 'node:crypto';",
  'libs/reports/src/z.ts': "import { stage } from '@lotse/domain'; import { createHash } from 'node:crypto';",
  'libs/accounts/src/z.ts':
    "import { hash } from '@node-rs/argon2'; import { createHash } from 'node:crypto';",
  'libs/persistence/src/z.ts':
    "import type { Fact } from '@lotse/domain'; import type { Port } from '@lotse/journeys'; import { DataSource } from 'typeorm'; import 'node:crypto';",
  'libs/platform/src/z.ts':
    "import { wake } from '@lotse/contracts'; import { spawn } from 'node:child_process'; import 'pg';",
  'libs/integrations/mail/src/z.ts': "import type { Fact } from '@lotse/domain'; import 'node:net';",
  'apps/api/src/z.ts':
    "import { submit } from '@lotse/journeys'; import { store } from '@lotse/persistence';",
  'apps/worker/src/z.ts':
    "import { contract } from '@lotse/workflows'; import { observe } from '@lotse/activities';",
  'apps/cli/src/z.ts': "import { config } from '@lotse/platform'; import { submit } from '@lotse/journeys';",
  'apps/web/src/z.ts': "import { client } from './client';",
};

interface CruiseReport {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

function cruise(tree: PlantedTree): CruiseReport['summary'] {
  const folders = ['apps', 'libs', 'workflows', 'activities', 'test'];
  const { stdout } = tree.run('depcruise', [
    '--config',
    '.dependency-cruiser.js',
    '--output-type',
    'json',
    ...folders,
  ]);
  return (JSON.parse(stdout) as CruiseReport).summary;
}

describe('the import table', () => {
  const tree = PlantedTree.with({
    ...INDEXES,
    ...PERMITTED,
    ...Object.fromEntries(VIOLATIONS.map(([from, importing]) => [from, importing])),
  });
  const summary = cruise(tree);
  const rulesBrokenBy = (file: string): readonly string[] =>
    summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
  afterAll(() => tree.remove());

  it.each(VIOLATIONS)('%s may not say %s (%s)', (from, _importing, rule) => {
    expect(rulesBrokenBy(from)).toContain(rule);
  });

  it('has a planted violation for every rule', () => {
    expect([...new Set(VIOLATIONS.map(([, , rule]) => rule))].sort()).toEqual(
      summary.ruleSetUsed.forbidden.map(({ name }) => name).sort(),
    );
  });

  it.each(Object.keys(PERMITTED))('%s imports what its row allows', (from) => {
    expect(rulesBrokenBy(from)).toEqual([]);
  });
});
