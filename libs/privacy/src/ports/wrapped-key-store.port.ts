/** How many stored keys lie under one master key. */
export interface KeyUse {
  /** Id of the master key, as it stands in the first bytes of each wrapped key. */
  readonly masterKey: string;
  readonly keys: number;
}

/** Every wrapped key of the installation, of persons, accounts, mails, links and files alike. Implemented by libs/persistence. */
export interface WrappedKeyStore {
  uses(): Promise<KeyUse[]>;
  /**
   * Stores some keys anew that lie under another than this master key: one transaction, in which no one else changes them. Answers how
   * many; 0 when none is left.
   * @param most of each kind
   * @param rewrap gives a key of its owner under this master key; when it throws, nothing of the transaction stays
   */
  rewrap(
    masterKey: string,
    most: number,
    rewrap: (wrapped: Buffer, owner: string) => Buffer,
  ): Promise<number>;
}
