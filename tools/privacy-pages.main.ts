import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVACY_PAGES } from '@lotse/privacy';

/** Writes the pages of docs/privacy anew from the notes of the columns. */
for (const [name, page] of Object.entries(PRIVACY_PAGES))
  writeFileSync(join(__dirname, '../docs/privacy', name), page());
