'use strict';

/**
 * `npm run check:advisories`: no package that ships has an advisory older than SECURITY.md allows, and none that nobody has judged;
 * the last regular update is not older than 90 days. To be run each day, since advisories come without a commit.
 *
 *   node tools/check-advisories.js [--audit FILE] [--judged FILE] [--on DAY]
 *
 * `--audit` is what `npm audit --omit=dev --json` says; it is asked for unless given. Judgements stand in docs/security/advisories.json.
 * Exit code 0 when all is in time, 1 when something is not, 2 when the registry did not answer.
 */
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const DAY_MS = 86_400_000;

/** Days from the advisory's own day, by what the weakness allows here: the table in SECURITY.md. */
const DAYS = { 'without-account': 3, 'with-account': 14, reaches: 60, nothing: 90 };
const UPDATE_DAYS = 90;

const after = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Advisories by id, each with the packages it is about. */
function advisoriesOf(audit) {
  const found = new Map();
  for (const { name, via = [] } of Object.values(audit.vulnerabilities))
    for (const { url, title } of via.filter((one) => typeof one === 'object')) {
      const id = url.split('/').at(-1);
      const { packages = [] } = found.get(id) ?? {};
      found.set(id, { title, packages: [...new Set([...packages, name])] });
    }
  return found;
}

/** What is not in time on a day. */
function* faults(audit, { updatedOn, advisories }, today) {
  const due = after(updatedOn, UPDATE_DAYS);
  if (due < today) yield `the last regular update was on ${updatedOn}: the next one was due on ${due}`;
  for (const [id, { title, packages }] of advisoriesOf(audit)) {
    const judged = advisories.find((one) => one.id === id);
    const what = `${id} in ${packages.join(', ')} (${title})`;
    if (judged === undefined) yield `${what}: say in docs/security/advisories.json what it allows`;
    else if (!(judged.allows in DAYS) || !judged.because)
      yield `${what}: \`allows\` is one of ${Object.keys(DAYS).join(', ')}, with a reason`;
    else if (after(judged.publishedOn, DAYS[judged.allows]) < today)
      yield `${what}: was to be mended by ${after(judged.publishedOn, DAYS[judged.allows])}`;
  }
}

/** What npm says of the packages that ship; undefined when the registry gives no answer. */
function audited() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8' });
  try {
    const audit = JSON.parse(stdout);
    return typeof audit.vulnerabilities === 'object' ? audit : undefined;
  } catch {
    return undefined;
  }
}

function main(args) {
  const given = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const file = given('--audit');
  const audit = file === undefined ? audited() : read(file);
  if (audit === undefined) {
    console.error(
      'The registry did not say which advisories there are. Try again, or ask another one by npm_config_registry.',
    );
    return 2;
  }
  const judged = read(given('--judged') ?? join(ROOT, 'docs/security/advisories.json'));
  const found = [...faults(audit, judged, given('--on') ?? new Date().toISOString().slice(0, 10))];
  for (const fault of found) console.error(fault);
  if (found.length === 0) console.log(`${advisoriesOf(audit).size} advisories, all judged and in time`);
  return found.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
