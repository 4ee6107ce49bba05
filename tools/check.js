'use strict';

/**
 * `npm run check`: everything about the tree that can be judged without running it.
 * Steps run two at a time; each prints one line, and its output only when it failed.
 *
 *   node tools/check.js [--json FILE] [STEP …]
 *
 * Exit code 0 when every step passed, 1 when one failed, 2 for a step that does not exist.
 */
const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');

/** Longest first, so that two at a time end together. */
const STEPS = {
  lint: ['oxlint', '--type-aware', '--deny-warnings'],
  types: ['tsc', '--noEmit', '-p', 'tsconfig.json'],
  dependencies: [
    'depcruise',
    '--config',
    '.dependency-cruiser.js',
    'apps',
    'libs',
    'workflows',
    'activities',
    'bench',
    'test',
  ],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  'dead code': ['knip', '--no-progress'],
  protobufjs: ['node', 'tools/check-single-protobufjs.js'],
  'lock file': ['node', 'tools/check-lock-file.js'],
  compose: ['node', 'tools/check-compose.js'],
  console: ['node', 'tools/check-console.js'],
};

const AT_ONCE = 2;

/** Runs one step; resolves with its outcome, never rejects. */
function run(name) {
  const [command, ...args] = STEPS[name];
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const program = command === 'node' ? process.execPath : join(ROOT, 'node_modules/.bin', command);
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const end = (passed) => resolve({ name, passed, output, seconds: (Date.now() - startedAt) / 1000 });
    child.on('error', (error) => {
      output += String(error);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

function print({ name, passed, output, seconds }) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${seconds.toFixed(1)} s`);
  // A tool that breaks down may print a line of many thousand characters.
  if (!passed)
    console.log(
      output
        .trimEnd()
        .replace(/^(.{400}).*$/gm, '$1 …')
        .replace(/^/gm, '    '),
    );
}

async function main(args) {
  const at = args.indexOf('--json');
  const [, file] = at >= 0 ? args.splice(at, 2) : [];
  const unknown = args.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    console.error(
      `There is no check named ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}.`,
    );
    return 2;
  }
  const waiting = args.length > 0 ? args : Object.keys(STEPS);
  const results = [];
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const result = await run(name);
      results.push(result);
      print(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const failed = results.filter((result) => !result.passed).length;
  if (file) writeFileSync(file, JSON.stringify({ passed: results.length - failed, failed }));
  console.log(`${results.length - failed} checks passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
