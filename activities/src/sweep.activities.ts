import type { SweepActivities } from '@lotse/contracts';
import { withCodedFailures } from './coded-failures';

export interface LaggingJourneys {
  /** Writes a wake for every journey whose workflow lags: an unseen version, a due clock, or no workflow. Answers how many. */
  sweepLagging(now: string): Promise<number>;
}

export const createSweepActivities = (journeys: LaggingJourneys): SweepActivities =>
  withCodedFailures({ sweepLagging: ({ now }: { readonly now: string }) => journeys.sweepLagging(now) });
