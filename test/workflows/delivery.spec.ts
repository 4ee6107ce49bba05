import { deliveryWorkflowId, type DeliveryOutcome } from '@lotse/contracts';
import { startDelivery } from '@lotse/platform';
import { FakeJourneys, startTestWorker, type TestWorker } from '@lotse/testing';
import { randomUUID } from 'node:crypto';

jest.setTimeout(60_000);

/** A post office that answers as told, then with `delivered`. */
class FakePost {
  readonly answers: (DeliveryOutcome | Error)[] = [];
  readonly asked: string[] = [];

  readonly deliver = async (outboxId: string): Promise<DeliveryOutcome> => {
    this.asked.push(outboxId);
    const answer = this.answers.shift() ?? 'delivered';
    if (answer instanceof Error) throw answer;
    return answer;
  };
  readonly giveUp = async (): Promise<DeliveryOutcome> => 'dead';
}

const later = (): Error => Object.assign(new Error('office@example.org said later'), { code: 'smtp-450' });

describe('a delivery', () => {
  const post = new FakePost();
  let worker: TestWorker;
  let id: string;
  beforeAll(async () => {
    const journeys = new FakeJourneys(() => Promise.resolve());
    const door = {
      observe: journeys.observe.bind(journeys),
      fireClock: journeys.fireClock.bind(journeys),
      sweepLagging: journeys.sweepLagging.bind(journeys),
    };
    worker = await startTestWorker({ ...door, deliver: post.deliver, giveUp: post.giveUp });
  });
  afterAll(() => worker.stop());
  beforeEach(() => {
    id = `mail.${randomUUID()}`;
    post.asked.length = 0;
  });
  const handle = () => worker.client.workflow.getHandle(deliveryWorkflowId(id));
  const deliver = async (): Promise<unknown> => {
    await startDelivery(worker.client, id, worker.taskQueue);
    return handle().result();
  };

  it('hands its row over once', async () => {
    expect(await deliver()).toBe('delivered');
    expect(post.asked).toEqual([id]);
  });

  it('tries again when the server says later', async () => {
    post.answers.push(later(), later());
    expect(await deliver()).toBe('delivered');
    expect(post.asked).toHaveLength(3);
  });

  it('is done with what was refused for good', async () => {
    post.answers.push('dead');
    expect(await deliver()).toBe('dead');
    expect(post.asked).toHaveLength(1);
  });

  it('is one, however often it is started while it runs', async () => {
    post.answers.push(later());
    await Promise.all([1, 2, 3].map(() => startDelivery(worker.client, id, worker.taskQueue)));
    expect(await handle().result()).toBe('delivered');
    expect(post.asked).toHaveLength(2);
  });
});
