import {
  createDeliveryActivities,
  createJourneyActivities,
  createSweepActivities,
  type JourneyDoor,
  type LaggingJourneys,
  type PostOffice,
} from '@lotse/activities';
import {
  bundleWorkflows,
  connectTemporal,
  connectWorker,
  createErrorLogger,
  createJourneyWorker,
  installTemporalRuntime,
  parseMasterKey,
  type MasterKey,
} from '@lotse/platform';
import type { Client } from '@temporalio/client';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { testServices } from './test-services';

/** The key that all tests seal with; no secret. */
export const TEST_MASTER_KEY: MasterKey = parseMasterKey(Buffer.alloc(32, 42).toString('base64'));

/** A worker in this process on a task queue of its own, so that suites can share one server. */
export interface TestWorker {
  readonly client: Client;
  readonly taskQueue: string;
  /** Lets what is under way end, then closes the connections. */
  stop(): Promise<void>;
}

/**
 * Starts a worker over the given ports on the test server, with deliveries when there is a post office among them.
 * @param taskQueue to take over the queue of a worker stopped before @param address of a server of the suite's own
 * @param masterKey another one, as after a mistake of the operator
 */
export async function startTestWorker(
  ports: JourneyDoor & LaggingJourneys & Partial<PostOffice>,
  taskQueue = `test-${randomUUID()}`,
  address = testServices().temporalAddress,
  masterKey = TEST_MASTER_KEY,
): Promise<TestWorker> {
  const { namespace } = testServices();
  await installTemporalRuntime(
    createErrorLogger({ process: 'test-worker', level: process.env.LOG_LEVEL ?? 'fatal' }),
  );
  const config = {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    LOTSE_MASTER_KEY: masterKey,
  };
  const [client, connection, bundle] = await Promise.all([
    connectTemporal(config),
    connectWorker(config),
    testBundle(),
  ]);
  const activities = {
    ...createJourneyActivities(ports),
    ...createSweepActivities(ports),
    ...(isPostOffice(ports) ? createDeliveryActivities(ports) : {}),
  };
  const worker = await createJourneyWorker({
    connection,
    namespace,
    masterKey,
    bundle,
    activities,
    identity: taskQueue,
    taskQueue,
  });
  const running = worker.run();
  return {
    client,
    taskQueue,
    async stop() {
      worker.shutdown();
      await running;
      await Promise.all([connection.close(), client.connection.close()]);
    },
  };
}

const isPostOffice = (ports: Partial<PostOffice>): ports is PostOffice =>
  ports.deliver !== undefined && ports.giveUp !== undefined;

/** The workflow bundle of the present sources, bundled once per content: that takes seconds, and every suite needs it. */
export async function testBundle(): Promise<{ readonly code: string }> {
  const folder = join(tmpdir(), `lotse-test-bundles-${userInfo().uid}`);
  const file = join(folder, `${await digestOfSources()}.js`);
  try {
    return { code: await readFile(file, 'utf8') };
  } catch {
    const { code } = await bundleWorkflows();
    await mkdir(folder, { recursive: true });
    const unfinished = `${file}.${randomUUID()}`;
    await writeFile(unfinished, code);
    await rename(unfinished, file);
    return { code };
  }
}

const ROOT = join(__dirname, '../../..');
const BUNDLED = ['workflows/src', 'libs/contracts/src', 'libs/domain/src', 'libs/platform/src/temporal'];

async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256').update(await readFile(join(ROOT, 'package-lock.json')));
  for (const folder of BUNDLED) {
    const names = await readdir(join(ROOT, folder), { recursive: true });
    for (const name of names.filter((entry) => entry.endsWith('.ts')).sort()) {
      digest.update(name).update(await readFile(join(ROOT, folder, name)));
    }
  }
  return digest.digest('hex').slice(0, 24);
}
