import type { KeyringPort } from '@lotse/journeys';
import type { Files } from '@lotse/files';
import type { ContentRemover, ErasureFile, Histories } from './ports/outside.port';
import type { DocumentWriter } from './ports/document-writer.port';
import type { PrivacyStores } from './ports/privacy-stores';

/** What data protection needs from outside. */
export interface PrivacyParts {
  readonly stores: PrivacyStores;
  readonly keyring: KeyringPort;
  readonly clock: { now(): Date };
  readonly contents: ContentRemover;
  readonly files: Pick<Files, 'list' | 'open'>;
  readonly erasureFile: ErasureFile;
  /** Absent where nothing speaks to Temporal: the worker deletes histories then. */
  readonly histories?: Histories;
  readonly documents: DocumentWriter;
  readonly newId: () => string;
}

/** Who asks, for ledger and audit. */
export interface Asker {
  readonly id: string;
  readonly entrance: 'session' | 'token' | 'link' | 'shell' | 'system';
}
