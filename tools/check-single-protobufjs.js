'use strict';

/**
 * Replaying JSON histories needs exactly one protobufjs in the tree: with two, a history decoded by one is
 * refused by the other ("type must be a Type"). An override in package.json makes it one; this check keeps it so.
 *
 *   node tools/check-single-protobufjs.js [FOLDER]    FOLDER holds node_modules; default: this project
 */
const { readdirSync, readFileSync, existsSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** Every folder under `nodeModules` that is a package, however deep. Links are not followed: they lead to our own sources. */
function* packagesIn(nodeModules) {
  if (!existsSync(nodeModules)) return;
  for (const entry of readdirSync(nodeModules, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const folder = join(nodeModules, entry.name);
    if (entry.name.startsWith('@')) yield* packagesIn(folder);
    else {
      yield folder;
      yield* packagesIn(join(folder, 'node_modules'));
    }
  }
}

const root = resolve(process.argv[2] ?? join(__dirname, '..'));
const found = [...packagesIn(join(root, 'node_modules'))].filter((folder) =>
  /[\\/]node_modules[\\/]protobufjs$/.test(folder),
);
for (const folder of found) {
  console.log(
    `${folder.slice(root.length + 1)} ${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}`,
  );
}
if (found.length !== 1) {
  console.error(
    `Expected one protobufjs, found ${found.length}: set the SDK's version in "overrides" of package.json and run npm install.`,
  );
  process.exitCode = 1;
}
