import type { Audit } from '@lotse/audit';
import type { Logger } from '@lotse/platform';
import { Rounds } from './rounds';

/** How long an entry stands in the table without a link to those before it, in milliseconds. */
const EVERY_MS = 1_000;

/** Chains the audit's entries shortly after they were stored; nothing is lost while that fails. Any number may run at once. */
export class AuditSealer extends Rounds {
  constructor(audit: Pick<Audit, 'seal'>, logger: Logger) {
    super(logger, {
      everyMs: EVERY_MS,
      failed: 'the audit could not be chained',
      work: async () => void (await audit.seal()),
    });
  }
}
