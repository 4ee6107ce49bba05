import { connectTemporal, openServices, type Services } from '@lotse/platform';
import { sourceCommand, TEST_MASTER_KEY } from '@lotse/testing';
import type { Client } from '@temporalio/client';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL and a Temporal server that one suite may stop, read and break as it likes. */
export interface OwnServices {
  readonly services: Services;
  readonly temporalAddress: string;
  /** Where everything of theirs lies, and what a test lets its processes keep. */
  readonly folder: string;
  readonly logFolder: string;
  client(): Promise<Client>;
  close(): Promise<void>;
}

/** @param timeSkipping lets workflows skip time, as on the server that the suites share */
export async function openOwnServices(timeSkipping = false): Promise<OwnServices> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-own-'));
  const services = await openServices({
    home,
    need: 'all',
    fsync: false,
    timeSkipping,
    env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
    supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
  });
  const temporalAddress = services.temporalAddress ?? '';
  return {
    services,
    temporalAddress,
    folder: home,
    logFolder: join(home, 'logs'),
    client: () =>
      connectTemporal({
        TEMPORAL_ADDRESS: temporalAddress,
        TEMPORAL_NAMESPACE: services.namespace,
        LOTSE_MASTER_KEY: TEST_MASTER_KEY,
      }),
    close: async () => {
      await services.close();
      await rm(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
