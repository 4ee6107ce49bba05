'use strict';

/**
 * Who may import whom. The table stands in docs/architecture.md; test/architecture/imports.spec.ts plants a
 * violation of each row. Specs beside the code are tests: they may also use libs/testing and test tools.
 */

const SPEC = '\\.spec\\.ts$';
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

/**
 * One row of the table: files below `from` may reach `allowed` and nothing else.
 * @param {string} name @param {string} from @param {string[]} allowed patterns of paths @param {string} comment
 * @param {object} [more] further conditions on the target
 */
const only = (name, from, allowed, comment, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: SPEC },
  to: { pathNot: allowed, ...more },
});

/** Node's own modules are no dependency of these rows. */
const NODE_ALLOWED = { dependencyTypesNot: ['core'] };

/** @param {string} name @param {object} from @param {object} to @param {string} comment */
const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain-imports-nothing', '^libs/domain/', ['^libs/domain/'], 'Pure: no Node module, no framework.'),
    only(
      'contracts',
      '^libs/contracts/',
      ['^libs/(contracts|domain)/', npm('@temporalio/workflow', '@temporalio/common')],
      'What crosses a process: domain types, and the define* functions of the Temporal SDK.',
    ),
    only(
      'workflows',
      '^workflows/',
      ['^workflows/', '^libs/(contracts|domain)/', npm('@temporalio/workflow', '@temporalio/common')],
      'Deterministic: what may run in the workflow sandbox.',
    ),
    only(
      'activities',
      '^activities/',
      [
        '^activities/',
        '^libs/(contracts|domain|journeys)/',
        npm('@temporalio/activity', '@temporalio/common'),
      ],
      'Factories over ports: no Nest, no TypeORM, no pg.',
    ),
    only(
      'journeys',
      '^libs/journeys/',
      [
        '^libs/(journeys|domain|policy|audit)/',
        '^(node:)?(buffer|crypto|events|readline|stream|string_decoder|timers|util)(/|$)',
        npm('canonicalize', 'date-holidays', 'temporal-polyfill'),
      ],
      'Ports only, no driver; the policy decides at the one door. Hashing, dates and reading streams are no driver: canonical JSON, date-holidays, temporal-polyfill and pure Node modules.',
    ),
    only(
      'audit',
      '^libs/audit/',
      ['^libs/(audit|domain)/', '^(node:)?(buffer|crypto)(/|$)', npm('canonicalize')],
      'Ports only, no driver: what an entry is, and how entries are chained.',
    ),
    only(
      'files',
      '^libs/files/',
      ['^libs/(files|domain)/', '^(node:)?(buffer|crypto|zlib|stream)(/|$)', npm('yauzl', '@types/yauzl')],
      'Ports only, no driver. Reading archives and hashing are no driver.',
    ),
    only(
      'privacy',
      '^libs/privacy/',
      [
        '^libs/(privacy|domain|journeys|files|audit)/',
        '^(node:)?(buffer|crypto|stream)(/|$)',
        npm('fflate', 'temporal-polyfill'),
      ],
      'Ports only, no driver. Writing archives and calculating days are no driver.',
    ),
    only(
      'reports',
      '^libs/reports/',
      ['^libs/(reports|domain|policy|audit)/', '^(node:)?(buffer|crypto)(/|$)', npm('canonicalize')],
      'Ports only, no driver: what is counted comes from a store, what may leave is decided here.',
    ),
    only(
      'policy',
      '^libs/policy/',
      ['^libs/(policy|domain)/'],
      'Pure: who may do what, as data over the words of the domain.',
    ),
    only(
      'accounts',
      '^libs/accounts/',
      [
        '^libs/(accounts|domain|policy)/',
        '^(node:)?(buffer|crypto|util)(/|$)',
        npm(
          '@node-rs/argon2',
          '@simplewebauthn/server',
          '@zxcvbn-ts/language-common',
          'otplib',
          'openid-client',
        ),
      ],
      'Ports only, no driver and no HTTP server. Proofs of identity come from the libraries named here.',
    ),
    only(
      'persistence',
      '^libs/persistence/',
      [
        '^libs/(persistence|domain|journeys|policy|accounts|audit|files|privacy|reports)/',
        npm('typeorm', 'pg', 'pg-[a-z-]+', 'reflect-metadata', '@types/pg'),
      ],
      'Domain types, the types of the ports it implements, and its own driver.',
      NODE_ALLOWED,
    ),
    only(
      'platform',
      '^libs/platform/',
      ['^libs/(platform|contracts|domain)/', '(^|/)node_modules/'],
      'The machine below the product: it knows the contracts, not the application.',
      NODE_ALLOWED,
    ),
    never(
      'integrations',
      { path: '^libs/integrations/([^/]+)/', pathNot: SPEC },
      {
        path: '^(libs|apps|workflows|activities)/',
        pathNot: ['^libs/integrations/$1/', '^libs/(domain|journeys|accounts|audit|files|privacy|reports)/'],
      },
      'An adapter knows domain types, the ports it implements and its own driver, not its neighbours.',
    ),
    never(
      'integrations-framework-free',
      { path: '^libs/integrations/', pathNot: SPEC },
      { path: npm('@nestjs/[^/]+', '@temporalio/[^/]+', 'typeorm', 'pg') },
      'An adapter brings its own driver, not the framework, the database or Temporal.',
    ),
    never(
      'types-only',
      { path: '^libs/(contracts|persistence|integrations)/', pathNot: SPEC },
      {
        path: '^libs/(domain|journeys|policy|accounts|audit|files|privacy|reports)/',
        dependencyTypesNot: ['type-only'],
      },
      'Contracts and adapters take types of the domain and of the ports they implement; libs/journeys runs the rules.',
    ),
    never(
      'api-without-workflows',
      { path: '^apps/api/' },
      { path: '^(workflows|activities)/' },
      'The API talks to PostgreSQL; workflows belong to the worker.',
    ),
    never(
      'apps-apart',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
      'Apps are processes: they meet over HTTP, PostgreSQL and Temporal.',
    ),
    never(
      'web-by-its-client',
      { path: '^apps/web/' },
      { path: '^(libs|workflows|activities)/' },
      'The console knows its generated client only.',
    ),
    never(
      'libs-below-apps',
      { path: '^(libs|workflows|activities)/' },
      { path: '^apps/' },
      'Apps are composition roots; nothing below imports them.',
    ),
    never(
      'libs-below-workflows',
      { path: '^libs/', pathNot: [SPEC, '^libs/testing/'] },
      { path: '^(workflows|activities)/' },
      'Only the worker binds workflows and activities.',
    ),
    never(
      'testing-in-tests',
      { path: '^(apps|libs|workflows|activities)/', pathNot: [SPEC, '^libs/testing/'] },
      { path: '^(libs/testing|test|bench)/' },
      'Builders and fakes do not ship.',
    ),
    never(
      'through-the-index',
      { path: '^(libs/integrations/[^/]+|libs/[^/]+|apps/[^/]+|workflows|activities)/' },
      {
        path: '^(libs/(integrations/)?[^/]+|workflows|activities)/src/',
        pathNot: ['^$1/', '/src/index\\.ts$'],
      },
      'A package offers what its index names.',
    ),
    never('no-cycles', {}, { circular: true }, 'Two files that need each other are one file or three.'),
    never(
      'declared-packages',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
      'Used packages stand in package.json.',
    ),
    never(
      'no-dev-packages',
      // The console is bundled: what it uses is in its files.
      { path: '^(apps|libs|workflows|activities)/', pathNot: [SPEC, '^libs/testing/', '^apps/web/'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: npm('@types/[^/]+') },
      'What ships does not need devDependencies.',
    ),
    never('resolvable', {}, { couldNotResolve: true, pathNot: '/dist/' }, 'An import that leads nowhere.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.lotse|artefacts)/' },
    // The workspace of the CLI uses the packages of the root.
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'import', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
