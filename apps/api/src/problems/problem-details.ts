import type { Unmet } from '@lotse/domain';
import { PROBLEMS, type ProblemCode } from './problem-codes';
import type { Problem } from './problem';

/** RFC 9457 problem details with Lotse's own members. */
export interface ProblemDetails {
  /** `urn:lotse:problem:<code>`; stable. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Path of the request. */
  readonly instance: string;
  readonly code: ProblemCode;
  /** Everything that stands in the way; empty where it is not about guards or fields. */
  readonly unmet: readonly Unmet[];
  readonly requestId: string;
  readonly version?: number;
}

export const problemDetails = (
  { code, message, unmet, version }: Problem,
  { path, requestId }: { readonly path: string; readonly requestId: string },
): ProblemDetails => ({
  type: `urn:lotse:problem:${code}`,
  title: PROBLEMS[code].title,
  status: PROBLEMS[code].status,
  detail: message,
  instance: path,
  code,
  unmet,
  requestId,
  ...(version === undefined ? {} : { version }),
});
