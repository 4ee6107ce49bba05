'use strict';

/**
 * `npm ci` refuses a lock file in which an optional package of another platform is missing, and `npm install` leaves such
 * packages out where it finds node_modules or cannot reach them. This check finds the gaps, `--mend` fills them: with version,
 * system and processor, without a checksum, which only an installation on that platform can tell.
 *
 *   node tools/check-lock-file.js [--mend] [LOCK_FILE]
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'android',
  'openharmony',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
];
const PROCESSORS = [
  'x64',
  'arm64',
  'ia32',
  'arm',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
];
const PREFIX = 'node_modules/';

/** Where Node would find `name` from the package at `from`: the nearest node_modules that has it. */
function locate(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf(`/${PREFIX}`), 0))) {
    const path = `${folder === '' ? '' : `${folder}/`}${PREFIX}${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}

/** System, processor and C library as the names of such packages tell them. */
function platformOf(name) {
  const words = name.replace('windows', 'win32').split(/[^a-z0-9]+/);
  const cpu = PROCESSORS.filter((word) => words.includes(word));
  const os = name === 'fsevents' ? ['darwin'] : SYSTEMS.filter((word) => words.includes(word));
  const isLinux = os.includes('linux');
  const libc = Object.entries({ gnu: 'glibc', musl: 'musl' })
    .filter(([start]) => isLinux && words.some((word) => word.startsWith(start)))
    .map(([, library]) => library);
  const some = (list) => (list.length > 0 ? list : undefined);
  return { cpu: some(cpu), libc: some(libc), os: some(os) };
}

function* gapsIn(packages) {
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (locate(packages, path, name) === undefined) {
        yield { name, version: range.replace(/^[~^]/, ''), wantedBy: path, dev };
      }
    }
  }
}

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--')) ?? join(__dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const gaps = [...gapsIn(lock.packages)];

if (args.includes('--mend')) {
  for (const { name, version, dev } of gaps) {
    const { cpu, libc, os } = platformOf(name);
    // The order of npm itself, which JSON keeps; what is undefined is left out.
    lock.packages[PREFIX + name] = { version, cpu, dev, libc, optional: true, os };
  }
  const byPath = ([a], [b]) => a.localeCompare(b, 'en');
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${gaps.length} packages of other platforms added`);
} else if (gaps.length > 0) {
  for (const { name, version, wantedBy } of gaps)
    console.error(`${name}@${version}, wanted by ${wantedBy}, is not in the lock file`);
  console.error('npm ci would refuse it: run node tools/check-lock-file.js --mend');
  process.exitCode = 1;
}
