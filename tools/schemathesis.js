'use strict';

/**
 * Brings schemathesis (PyPI) into a virtual environment of its own, kept per user, and lets it try the API as every role.
 * SEED, EXAMPLES (of each operation), SECONDS (of each role), PHASES and ROLES (with commas) make a run smaller or repeat it.
 */
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

const VERSION = '4.32.5';
const cache = process.env.LOTSE_CACHE ?? join(homedir(), '.cache', 'lotse');
const folder = join(cache, `schemathesis-${VERSION}`);
const program = join(folder, 'bin', 'st');

/** @param {string} command @param {readonly string[]} parameters @param {NodeJS.ProcessEnv} [env] */
function run(command, parameters, env = process.env) {
  const { status, error } = spawnSync(command, parameters, { stdio: 'inherit', env });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(program)) {
  mkdirSync(cache, { recursive: true });
  run('python3', ['-m', 'venv', folder]);
  run(join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`]);
}
run('npx', ['jest', '--selectProjects=security', '--testPathPatterns=security/schemathesis'], {
  ...process.env,
  SCHEMATHESIS: program,
});
