import type { Audit } from '@lotse/audit';
import { createErasureFile } from '@lotse/erasure-file';
import type { Files, FileStore } from '@lotse/files';
import type { ClockPort, KeyringPort } from '@lotse/journeys';
import { createPrivacyStores } from '@lotse/persistence';
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
  readonly files: Files;
  /** Where the bytes of files lie. */
  readonly contents: FileStore;
  /** The data folder: the ledger of erasures lies there. */
  readonly home: string;
}

/** Data protection without Temporal: the worker deletes histories. */
export function makePrivacy({ dataSource, keyring, clock, audit, files, contents, home }: Parts): Privacy {
  return createPrivacy({
    stores: createPrivacyStores(dataSource),
    keyring,
    clock,
    contents,
    files,
    erasureFile: createErasureFile(join(home, 'erasures.jsonl')),
    documents: createTypstDocuments(),
    audit,
    newId: randomUUID,
  });
}
