import type { Delivery, DeliveryActivities, DeliveryOutcome } from '@lotse/contracts';
import { isCancellation, proxyActivities } from '@temporalio/workflow';

/** A mail server may be away for a weekend; after that a person has to look. */
const { deliver } = proxyActivities<DeliveryActivities>({
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '4 days',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 hour' },
});
/** Needs nothing but the database, which comes back. */
const { giveUp } = proxyActivities<DeliveryActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * Carries one row of the outbox outside: tries, waits longer and longer, and after days leaves the row as a dead letter.
 * Idempotent by the row's id, apart from the journey whose clock asked for it: nothing waits for a delivery.
 */
export async function delivery(row: Delivery): Promise<DeliveryOutcome> {
  try {
    return await deliver(row);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return giveUp(row);
  }
}
