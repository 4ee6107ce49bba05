import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyPage } from '@lotse/policy';

/** Writes docs/policy.md anew from the policy table. */
writeFileSync(join(__dirname, '../docs/policy.md'), policyPage());
