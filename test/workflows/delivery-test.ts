import type { DeliveryOutcome } from '@lotse/contracts';
import { FakeJourneys, startTestWorker, type TestWorker } from '@lotse/testing';

/** A post office that answers as told, then with `delivered`. */
export class FakePost {
  readonly answers: (DeliveryOutcome | Error)[] = [];
  /** Ids of the rows, by each try. */
  readonly asked: string[] = [];

  readonly deliver = async (outboxId: string): Promise<DeliveryOutcome> => {
    this.asked.push(outboxId);
    const answer = this.answers.shift() ?? 'delivered';
    if (answer instanceof Error) throw answer;
    return answer;
  };
  readonly giveUp = async (): Promise<DeliveryOutcome> => 'dead';
}

export interface DeliveryTest {
  readonly post: FakePost;
  readonly worker: TestWorker;
}

/** A worker over a post office in memory. */
export async function startDeliveryTest(): Promise<DeliveryTest> {
  const post = new FakePost();
  const journeys = new FakeJourneys(() => Promise.resolve());
  const worker = await startTestWorker({
    observe: (id) => journeys.observe(id),
    fireClock: (id, clock, dueOn, now) => journeys.fireClock(id, clock, dueOn, now),
    sweepLagging: () => journeys.sweepLagging(),
    deliver: post.deliver,
    giveUp: post.giveUp,
  });
  return { post, worker };
}
