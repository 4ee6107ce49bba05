export interface StoredContent {
  readonly address: string;
  readonly storedAt: Date;
}

/**
 * Where the bytes of files lie, by the SHA-256 (hex) of the bytes themselves. What is stored is sealed, so the address of a file
 * says nothing of its content, and anyone can check that it is whole. Implemented by libs/integrations/file-store.
 */
export interface FileStore {
  /** Idempotent: the same bytes under the same address change nothing. Whole or not at all. */
  put(address: string, bytes: Buffer): Promise<void>;
  /** Undefined when there is none. @throws Error when the bytes are not those of the address */
  get(address: string): Promise<Buffer | undefined>;
  /** Idempotent. */
  remove(address: string): Promise<void>;
  /** Everything that lies there, in no order; for finding what no row names. */
  contents(): AsyncIterable<StoredContent>;
}
