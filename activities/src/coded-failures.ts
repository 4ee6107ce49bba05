import { ACTIVITY_FAILED } from '@lotse/contracts';
import { ApplicationFailure } from '@temporalio/common';

type Activity = (input: never) => Promise<unknown>;

/**
 * Activities whose failures carry a code instead of a text: the text of an error may quote what somebody wrote, and a
 * failure is logged and stored outside the database. Always retryable, since a journey's activities must never end its workflow.
 */
export function withCodedFailures<A extends { readonly [name in keyof A]: Activity }>(activities: A): A {
  const coded = Object.entries<Activity>(activities).map(([name, run]) => [name, codedFailure(run)] as const);
  return Object.fromEntries(coded) as A;
}

const codedFailure =
  (run: Activity): Activity =>
  async (input) => {
    try {
      return await run(input);
    } catch (error) {
      throw ApplicationFailure.retryable(codeOf(error), ACTIVITY_FAILED);
    }
  };

/** A machine code such as `ECONNREFUSED`, `40001` or `journey-unknown`; else the error's class. Never its message. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? code : error.constructor.name;
}
