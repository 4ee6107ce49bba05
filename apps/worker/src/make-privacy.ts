import { createAudit } from '@lotse/audit';
import { createErasureFile } from '@lotse/erasure-file';
import { createFolderStore } from '@lotse/file-store';
import { createFiles } from '@lotse/files';
import { createAuditStore, createFileStore, createPrivacyStores } from '@lotse/persistence';
import { createKeyring, createTemporalHistories, type WorkerConfig } from '@lotse/platform';
import { createPrivacy, type Privacy } from '@lotse/privacy';
import { createTypstDocuments } from '@lotse/typst';
import type { Client } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

/** Data protection with Temporal, whose histories the worker deletes. */
export function makePrivacy(
  { LOTSE_HOME, LOTSE_MASTER_KEY }: WorkerConfig,
  dataSource: DataSource,
  client: Client,
): Privacy {
  const keyring = createKeyring(LOTSE_MASTER_KEY);
  const clock = { now: () => new Date() };
  const contents = createFolderStore(join(LOTSE_HOME, 'files'));
  const rows = createFileStore(dataSource);
  return createPrivacy({
    stores: createPrivacyStores(dataSource),
    keyring,
    clock,
    contents,
    files: createFiles({ rows, store: contents, keyring, clock, openUnscanned: false }),
    erasureFile: createErasureFile(join(LOTSE_HOME, 'erasures.jsonl')),
    histories: createTemporalHistories(client),
    documents: createTypstDocuments(),
    audit: createAudit(createAuditStore(dataSource)),
    newId: randomUUID,
  });
}
