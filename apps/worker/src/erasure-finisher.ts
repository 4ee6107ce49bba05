import type { Logger } from '@lotse/platform';
import type { Erasures } from '@lotse/privacy';
import { Rounds } from './rounds';

/** An erasure's histories are to be gone within a minute. */
const EVERY_MS = 5_000;

/**
 * Does what erasures have left to do outside the database: contents of files, the line in the ledger file, histories. Each step may
 * be repeated. Any number of finishers may run at once.
 */
export class ErasureFinisher extends Rounds {
  constructor(erasures: Pick<Erasures, 'finish'>, logger: Logger) {
    super(logger, {
      everyMs: EVERY_MS,
      failed: 'an erasure could not be finished',
      work: async () => {
        const complete = await erasures.finish();
        if (complete > 0) logger.info({ complete }, 'erasures are complete');
      },
    });
  }
}
