import type { Journeys } from '@lotse/journeys';
import type { Logger } from '@lotse/platform';

/** Stores the templates that this release brings, and folds anew the rows that an older release left. Safe to repeat. */
export async function renew(journeys: Journeys, logger: Logger): Promise<void> {
  await journeys.seedTemplates();
  let renewed = 0;
  for await (const _deviation of journeys.rebuildProjections({ stale: true })) renewed += 1;
  if (renewed > 0) logger.info({ renewed }, 'journeys of an older release renewed');
}
