import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asvsPage, requirements } from './asvs-page';

/** Writes docs/security/asvs.md anew from asvs.tsv. */
const root = join(__dirname, '..');
writeFileSync(join(root, 'docs/security/asvs.md'), asvsPage(requirements(root)));
