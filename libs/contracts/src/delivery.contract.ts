/** Workflow type that carries one row of the outbox outside. */
export const DELIVERY_WORKFLOW = 'delivery';

/** One workflow id per row, so that no row is carried by two at once. */
export const deliveryWorkflowId = (outboxId: string): string => `${DELIVERY_WORKFLOW}/${outboxId}`;

/** What a delivery starts with: the id alone, since addresses and texts never pass through Temporal. */
export interface Delivery {
  readonly outboxId: string;
}
/** `dead`: refused for good, or given up; a person has to look. `unknown`: this database has no such row. */
export type DeliveryOutcome = 'delivered' | 'dead' | 'unknown';

/** Each may run more than once with the same input. */
export interface DeliveryActivities {
  /** Hands the row over and notes what became of it. Rejects with a code while it should be tried again. */
  deliver(input: Delivery): Promise<DeliveryOutcome>;
  /** Notes that nobody will try again. */
  giveUp(input: Delivery): Promise<DeliveryOutcome>;
}
