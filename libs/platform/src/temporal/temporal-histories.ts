import { deliveryWorkflowId, journeyWorkflowId } from '@lotse/contracts';
import type { Client } from '@temporalio/client';
import { forgetHistories } from './forget-histories';

/** Histories of journeys and of mails' deliveries, by the ids that the application knows them by. */
export interface TemporalHistories {
  forget(journeys: readonly string[], mails: readonly string[]): Promise<number>;
}

export const createTemporalHistories = (client: Client): TemporalHistories => ({
  forget: (journeys, mails) =>
    forgetHistories(client, [...journeys.map(journeyWorkflowId), ...mails.map(deliveryWorkflowId)]),
});
