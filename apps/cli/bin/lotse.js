#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '../../../dist/apps/cli/src/main.js');
if (existsSync(main)) {
  require(main);
} else {
  console.error('lotse: it is not built yet. Run in the clone: npm ci (which builds it), or npm run build.');
  process.exitCode = 4;
}
