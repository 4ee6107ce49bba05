import { deliveryWorkflowId } from '@lotse/contracts';
import { startDelivery } from '@lotse/platform';
import { skipTime } from '@lotse/testing';
import { randomUUID } from 'node:crypto';
import { startDeliveryTest, type DeliveryTest } from './delivery-test';

jest.setTimeout(60_000);

const later = (): Error => Object.assign(new Error('office@example.org said later'), { code: 'smtp-450' });

describe('a delivery', () => {
  let post: DeliveryTest['post'];
  let worker: DeliveryTest['worker'];
  let id: string;
  beforeAll(async () => {
    ({ post, worker } = await startDeliveryTest());
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

  it('is given up after days, for a person to look at', async () => {
    post.answers.push(...Array.from({ length: 500 }, later));
    await startDelivery(worker.client, id, worker.taskQueue);
    // It ends on the way, which the skipping counts as a failure.
    await Promise.any([skipTime(worker.client, deliveryWorkflowId(id), '5 days'), handle().result()]);
    expect(await handle().result()).toBe('dead');
    expect(post.asked.length).toBeGreaterThan(10);
    post.answers.length = 0;
  });

  it('is one, however often it is started while it runs', async () => {
    post.answers.push(later());
    await Promise.all([1, 2, 3].map(() => startDelivery(worker.client, id, worker.taskQueue)));
    expect(await handle().result()).toBe('delivered');
    expect(post.asked).toHaveLength(2);
  });
});
