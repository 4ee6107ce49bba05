import type { Instant } from '@lotse/domain';
import type { Anchor, AuditLink } from './chain';

export interface AuditFilter {
  readonly who?: string;
  readonly action?: string;
  readonly outcome?: 'done' | 'refused';
  readonly programme?: string;
  /** Entries about any of these. */
  readonly subjects?: readonly string[];
  readonly from?: Instant;
  readonly to?: Instant;
  /** Only entries older than this position. */
  readonly before?: number;
  readonly limit: number;
}

/** The audit table. */
export interface AuditStore {
  /** Stores canonical texts, to be chained by `seal`. */
  append(texts: readonly string[]): Promise<void>;
  /**
   * Chains up to `limit` entries that were stored and not chained yet, and answers how many. Any number of processes may call it:
   * one chains, the others are answered 0.
   */
  seal(limit: number): Promise<number>;
  /** The position of the first link: 1 until the beginning was cut. 0 of an empty chain. */
  first(): Promise<number>;
  /** How many links at the beginning are older than an instant, and when the first was; undefined where there are none. */
  olderThan(up: Instant): Promise<{ readonly count: number; readonly since: Instant } | undefined>;
  /**
   * Takes them out, never the head nor what is younger than a year, and stores the entry that tells of it in the same transaction.
   * Answers how many went. @param textOf the entry for the last link that went
   */
  cut(up: Instant, textOf: (last: Anchor) => string): Promise<number>;
  /** The whole chain in order, page by page; the next page is under way while one is looked at. */
  links(): AsyncIterable<readonly AuditLink[]>;
  /** The last link; position 0 of an empty chain. */
  head(): Promise<Anchor>;
  /** Entries that wait to be chained. */
  waiting(): Promise<number>;
  /** Youngest first. */
  list(filter: AuditFilter): Promise<AuditLink[]>;
  /** Every journey that is or was the person's. */
  journeysOf(person: string): Promise<string[]>;
}
