import { createAudit } from '@lotse/audit';
import { createErasureFile } from '@lotse/erasure-file';
import { createFolderStore } from '@lotse/file-store';
import { createFiles, type Files } from '@lotse/files';
import { createAddressBook, type AddressBook } from '@lotse/journeys';
import {
  createAuditStore,
  createContactPointStore,
  createFileStore,
  createOutboxStore,
  createPrivacyStores,
} from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { createPrivacy, type Asker, type Histories, type Privacy } from '@lotse/privacy';
import { TEST_MASTER_KEY } from '@lotse/testing';
import { createTypstDocuments } from '@lotse/typst';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJourneysDatabase, type JourneysDatabase } from '../journeys/journeys-database';

export const LEAD: Asker = { id: 'data-protection-lead-1', entrance: 'session' };

/** Data protection over a database, a folder of files and a ledger file of their own; histories are counted. */
export interface PrivacyDatabase extends JourneysDatabase {
  readonly privacy: Privacy;
  readonly files: Files;
  readonly addresses: AddressBook;
  readonly home: string;
  readonly forgotten: string[];
}

export async function openPrivacyDatabase(template?: string): Promise<PrivacyDatabase> {
  const database = await openJourneysDatabase(template);
  const { application, clock } = database;
  const home = mkdtempSync(join(tmpdir(), 'lotse-privacy-'));
  const keyring = createKeyring(TEST_MASTER_KEY);
  const store = createFolderStore(join(home, 'files'));
  const files = createFiles({
    rows: createFileStore(application),
    store,
    keyring,
    clock,
    openUnscanned: true,
  });
  const forgotten: string[] = [];
  const histories: Histories = {
    forget: async (journeys, mails) => {
      forgotten.push(...journeys, ...mails);
      return journeys.length;
    },
  };
  const privacy = createPrivacy({
    stores: createPrivacyStores(application),
    keyring,
    clock,
    files,
    contents: store,
    erasureFile: createErasureFile(join(home, 'erasures.jsonl')),
    histories,
    documents: createTypstDocuments(),
    audit: createAudit(createAuditStore(application)),
    newId: randomUUID,
  });
  const addresses = createAddressBook({
    outbox: createOutboxStore(application),
    contactPoints: createContactPointStore(application),
    keyring,
    clock,
  });
  return {
    ...database,
    privacy,
    files,
    addresses,
    home,
    forgotten,
    close: async () => {
      await database.close();
      rmSync(home, { recursive: true });
    },
  };
}
