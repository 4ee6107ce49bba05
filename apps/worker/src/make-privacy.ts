import { createAudit } from '@lotse/audit';
import { createErasureFile } from '@lotse/erasure-file';
import { fileStoreOf } from '@lotse/file-store';
import { createAuditStore, createPrivacyStores } from '@lotse/persistence';
import { createKeyring, createTemporalHistories, type WorkerConfig } from '@lotse/platform';
import { createPrivacy, type Privacy } from '@lotse/privacy';
import { createTypstDocuments } from '@lotse/typst';
import type { Client } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { makeFiles } from './make-files';

/** Data protection with Temporal, whose histories the worker deletes. */
export function makePrivacy(config: WorkerConfig, dataSource: DataSource, client: Client): Privacy {
  const { LOTSE_HOME, LOTSE_MASTER_KEY } = config;
  const keyring = createKeyring(LOTSE_MASTER_KEY);
  const clock = { now: () => new Date() };
  return createPrivacy({
    stores: createPrivacyStores(dataSource),
    keyring,
    clock,
    contents: fileStoreOf(LOTSE_HOME, config),
    files: makeFiles(config, dataSource),
    erasureFile: createErasureFile(join(LOTSE_HOME, 'erasures.jsonl')),
    histories: createTemporalHistories(client),
    documents: createTypstDocuments(),
    audit: createAudit(createAuditStore(dataSource)),
    newId: randomUUID,
  });
}
