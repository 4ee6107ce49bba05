import { OFFICE_ROWS } from './office.rows';
import { OVERSIGHT_ROWS } from './oversight.rows';
import { PARTY_ROWS } from './party.rows';
import type { PolicyRow } from './policy-row';

/**
 * The one policy table: role × action × relation × field (by topic) × stage. Guards, field filters, buttons, docs/policy.md and
 * the test of every cell read it. What no row allows is refused.
 */
export const POLICY: readonly PolicyRow[] = [...OFFICE_ROWS, ...PARTY_ROWS, ...OVERSIGHT_ROWS];
