import { dayInBerlin } from '@lotse/domain';
import type { Logger } from '@lotse/platform';
import type { DailyRound } from '@lotse/privacy';
import { Rounds } from './rounds';

/** How often it is looked whether another day has come, in milliseconds. */
const EVERY_MS = 10 * 60_000;

/**
 * Runs the round of data protection once for each day (UTC) and after each start. Any number of workers may do so at once: a round
 * may be repeated.
 */
export class DailyRounds extends Rounds {
  constructor(round: DailyRound, logger: Logger) {
    let last: string | undefined;
    super(logger, {
      everyMs: EVERY_MS,
      failed: 'the day could not be looked through',
      work: async () => {
        const day = dayInBerlin(new Date());
        if (day !== last) logger.info({ day, ...(await round.run(day)) }, 'the day was looked through');
        last = day;
      },
    });
  }
}
