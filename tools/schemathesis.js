'use strict';

/**
 * Lets schemathesis (PyPI; test/security/support/schemathesis-program.ts brings it) try the API as every role, one after the other.
 * SEED, EXAMPLES (of each operation), PHASES and ROLES (with commas) make a run smaller or repeat it.
 */
const { spawnSync } = require('node:child_process');

const jest = ['jest', '--selectProjects=security', '--testPathPatterns=security/schemathesis'];
const { status, error } = spawnSync('npx', jest, {
  stdio: 'inherit',
  env: { ...process.env, SCHEMATHESIS: 'whole' },
});
if (error !== undefined) throw error;
process.exitCode = status ?? 1;
