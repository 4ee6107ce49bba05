import type { Audit } from '@lotse/audit';
import { createErasureFile } from '@lotse/erasure-file';
import { createFolderStore } from '@lotse/file-store';
import { createFiles } from '@lotse/files';
import type { ClockPort, KeyringPort } from '@lotse/journeys';
import { createFileStore, createPrivacyStores } from '@lotse/persistence';
import type { Keyring } from '@lotse/platform';
import { createPrivacy, type Privacy } from '@lotse/privacy';
import { createTypstDocuments } from '@lotse/typst';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

interface Parts {
  readonly dataSource: DataSource;
  readonly keyring: Keyring & KeyringPort;
  readonly clock: ClockPort;
  readonly audit: Audit;
  /** The data folder: files and the ledger of erasures lie there. */
  readonly home: string;
}

/** Data protection without Temporal: the worker deletes histories. */
export function makePrivacy({ dataSource, keyring, clock, audit, home }: Parts): Privacy {
  const contents = createFolderStore(join(home, 'files'));
  return createPrivacy({
    stores: createPrivacyStores(dataSource),
    keyring,
    clock,
    contents,
    files: createFiles({
      rows: createFileStore(dataSource),
      store: contents,
      keyring,
      clock,
      openUnscanned: false,
    }),
    erasureFile: createErasureFile(join(home, 'erasures.jsonl')),
    documents: createTypstDocuments(),
    audit,
    newId: randomUUID,
  });
}
