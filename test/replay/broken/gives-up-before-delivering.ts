import { proxyActivities } from '@temporalio/workflow';

interface Activities {
  giveUp(row: object): Promise<string>;
}
const { giveUp } = proxyActivities<Activities>({ startToCloseTimeout: '1 minute' });

/** A delivery that begins with its end. */
export const delivery = (row: object): Promise<string> => giveUp(row);
