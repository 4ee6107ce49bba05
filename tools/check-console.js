'use strict';

/**
 * Checks the built console: its types, and how much script the first view takes. The build itself has taken its client from
 * openapi.json, so that this is never out of date.
 *
 *   node tools/check-console.js
 */
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { gzipSync } = require('node:zlib');

const ROOT = join(__dirname, '..');
const BUILT = join(ROOT, 'dist/web');
/** Bytes of gzipped script before the first page is seen: the sign-in, as the frame and a first page. */
const MOST = 200_000;
const ENTRY = 'index.html';
const FIRST = ['src/session/sign-in-page.tsx', 'src/pages/inbox/inbox-page.tsx'];

const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8'));

/** A chunk and all that it imports before it runs. */
function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of manifest[name]?.imports ?? []) withImports(other, found);
  return found;
}

function sizeOf(names) {
  const files = new Set(names.map((name) => manifest[name]?.file).filter((file) => file?.endsWith('.js')));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
}

let failed = false;
for (const first of FIRST) {
  const size = sizeOf([...withImports(ENTRY), ...withImports(first)]);
  console.log(
    `${first}: ${(size / 1000).toFixed(1)} kB of script before it is seen (at most ${MOST / 1000})`,
  );
  if (manifest[first] === undefined || size > MOST) failed = true;
}
try {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'apps/web'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
} catch {
  failed = true;
}
process.exitCode = failed ? 1 : 0;
