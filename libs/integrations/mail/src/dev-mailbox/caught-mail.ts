/** One mail that was caught. */
export interface CaughtMail {
  /** Number in order, from 1. */
  readonly id: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly caughtAt: string;
  readonly text: string;
}
