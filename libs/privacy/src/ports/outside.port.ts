/** Removes contents of files. Part of the file store. */
export interface ContentRemover {
  /** Idempotent. */
  remove(address: string): Promise<void>;
}

/** Histories of workflows, implemented over Temporal. They hold ids alone; an erasure removes them even so. */
export interface Histories {
  /** Deletes every run of these journeys and of these mails' deliveries. Answers how many. Idempotent. */
  forget(journeys: readonly string[], mails: readonly string[]): Promise<number>;
}

/** One line of the ledger outside the database: ids only. */
export interface ErasureLine {
  readonly id: string;
  readonly person: string;
  readonly persons: readonly string[];
  readonly erasedAt: string;
}

/** Where erasures are written down outside the database, so that a restored backup does not bring anybody back. */
export interface ErasureFile {
  /** Written and flushed when it resolves. The same line twice does no harm. */
  append(line: ErasureLine): Promise<void>;
  /** Every line there is; none where there is no file yet. @throws Error with the line's number when one is broken */
  read(): Promise<ErasureLine[]>;
}
