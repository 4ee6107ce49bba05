import type { Delivery, DeliveryActivities, DeliveryOutcome } from '@lotse/contracts';
import { withCodedFailures } from './coded-failures';

/** What carries the outbox outside. Both may be called again with the same id. */
export interface PostOffice {
  /** Rejects with a `code` while it should be tried again. */
  deliver(outboxId: string): Promise<DeliveryOutcome>;
  giveUp(outboxId: string): Promise<DeliveryOutcome>;
}

export const createDeliveryActivities = (post: PostOffice): DeliveryActivities =>
  withCodedFailures({
    deliver: ({ outboxId }: Delivery) => post.deliver(outboxId),
    giveUp: ({ outboxId }: Delivery) => post.giveUp(outboxId),
  });
