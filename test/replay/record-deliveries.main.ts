import { deliveryWorkflowId, type DeliveryOutcome } from '@lotse/contracts';
import { startDelivery } from '@lotse/platform';
import { eventually, skipTime, startTestServices } from '@lotse/testing';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../package.json';
import { startDeliveryTest, type DeliveryTest } from '../workflows/delivery-test';

const later = (): Error => Object.assign(new Error('later'), { code: 'smtp-450' });

/** How a delivery can end, by what its tries are answered. */
const ENDS: Readonly<Record<string, (DeliveryOutcome | Error)[]>> = {
  delivered: [later(), 'delivered'],
  refused: ['dead'],
  'given-up': Array.from({ length: 500 }, later),
};

/** Part of `npm run record:histories`: one delivery for each end, on a real server, into `deliveries/<version>/`. */
async function main(): Promise<void> {
  const endServices = await startTestServices();
  const test = await startDeliveryTest();
  const folder = join(__dirname, 'deliveries', version);
  await mkdir(folder, { recursive: true });
  for (const [end, answers] of Object.entries(ENDS)) {
    const history = await record(test, `recorded.${end}`, answers);
    await writeFile(join(folder, `${end}.json`), `${JSON.stringify(history, withoutMachine, 1)}\n`);
  }
  await test.worker.stop();
  await endServices();
}

async function record(
  test: DeliveryTest,
  id: string,
  answers: (DeliveryOutcome | Error)[],
): Promise<unknown> {
  const { client, taskQueue } = test.worker;
  test.post.answers.splice(0, Infinity, ...answers);
  await startDelivery(client, id, taskQueue);
  const handle = client.workflow.getHandle(deliveryWorkflowId(id));
  if (answers.length > 2) {
    await eventually(
      () => test.post.asked.length,
      (asked) => asked > 1,
    );
    // It ends on the way, which the skipping counts as a failure.
    await Promise.any([skipTime(client, deliveryWorkflowId(id), '5 days'), handle.result()]);
  }
  await handle.result();
  return JSON.parse(historyToJSON(await handle.fetchHistory()));
}

/** Names of machines and processes have no place in the repository. */
const withoutMachine = (key: string, value: unknown): unknown => (key === 'identity' ? 'recorded' : value);

main().catch((error: unknown) => {
  process.stderr.write(
    `The deliveries were not recorded: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
