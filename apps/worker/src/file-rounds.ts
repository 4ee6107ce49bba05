import type { Files } from '@lotse/files';
import type { Logger } from '@lotse/platform';
import { Rounds } from './rounds';

/** How often files are looked for that no scanner has seen, in milliseconds. */
const EVERY_MS = 60_000;
/** A look through the whole store, in rounds: contents that no row names are left by accidents alone. */
const SWEEP_EVERY_ROUNDS = 60;
const AT_ONCE = 100;

/**
 * Has pending files scanned, and removes contents that no row names. Without a scanner nothing is scanned. Any number of workers may
 * do so at once.
 */
export class FileRounds extends Rounds {
  constructor(files: Pick<Files, 'scanPending' | 'sweep'>, logger: Logger, everyMs: number = EVERY_MS) {
    super(logger, {
      everyMs,
      failed: 'files could not be looked after',
      work: async (round) => {
        const scanned = await files.scanPending(AT_ONCE);
        const removed = round % SWEEP_EVERY_ROUNDS === 0 ? await files.sweep() : 0;
        if (scanned + removed > 0) logger.info({ scanned, removed }, 'files were looked after');
      },
    });
  }
}
