'use strict';

/**
 * Adds up Jest's report and that of the checks: prints "<passed> <failed>".
 * A suite that could not start has no test to fail, so it counts as one; so does a missing report, and a test run
 * that ended badly although every test passed.
 *
 *   node .ci/figures.js TESTS.json CHECKS.json EXIT_CODE_OF_THE_TESTS
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

/** @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} report of Jest */
function figuresOf(report, exitCode) {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

const [testsFile, checksFile, exitCode] = process.argv.slice(2);
const report = read(testsFile);
const tests = report ? figuresOf(report, Number(exitCode)) : MISSING;
const checks = read(checksFile) ?? MISSING;

console.log(`${tests.passed + checks.passed} ${tests.failed + checks.failed}`);
