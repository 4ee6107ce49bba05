'use strict';

/**
 * Adds up the reports of Jest, of Vitest (in Jest's form) and of the checks: prints "<passed> <failed>".
 * A suite that could not start has no test to fail, so it counts as one; so does a missing report, and a test run
 * that ended badly although every test passed.
 *
 *   node .ci/figures.js TESTS.json CONSOLE.json CHECKS.json EXIT_CODE_OF_THE_TESTS
 */
const { readFileSync } = require('node:fs');

const MISSING = { passed: 0, failed: 1 };

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites?: number } | undefined} report */
const figuresOf = (report) =>
  report === undefined
    ? MISSING
    : {
        passed: report.numPassedTests,
        failed: report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0),
      };

const [testsFile, consoleFile, checksFile, exitCode] = process.argv.slice(2);
const tests = [testsFile, consoleFile].map((file) => figuresOf(read(file)));
const failedUnseen = Number(exitCode) !== 0 && tests.every(({ failed }) => failed === 0) ? 1 : 0;
const all = [...tests, read(checksFile) ?? MISSING];
const sum = (name) => all.reduce((total, figures) => total + figures[name], 0);

console.log(`${sum('passed')} ${sum('failed') + failedUnseen}`);
