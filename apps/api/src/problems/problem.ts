import type { Refusal, SheetProblem, Unmet } from '@lotse/domain';
import { PROBLEMS, type ProblemCode } from './problem-codes';

interface ProblemParts {
  /** What could not be done, on what and why; never what was in the request beyond ids and codes. */
  readonly detail: string;
  readonly unmet?: readonly Unmet[];
  /** The journey's present version, where that is what stands in the way. */
  readonly version?: number;
  /** The account that somebody tried to come in as: for the audit, never in the answer. */
  readonly about?: string;
}

/** A request that is not done, as thrown inside the API; `ProblemFilter` turns it into RFC 9457 problem details. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly unmet: readonly Unmet[];
  readonly version: number | undefined;
  readonly about: string | undefined;

  constructor(
    readonly code: ProblemCode,
    { detail, unmet = [], version, about }: ProblemParts,
  ) {
    super(detail);
    this.unmet = unmet;
    this.version = version;
    this.about = about;
  }

  get httpStatus(): number {
    return PROBLEMS[this.code].status;
  }
}

/** A refusal of the domain. `code` stands instead of the refusal's own where HTTP has a word of its own. */
export const refusalProblem = (
  { code, unmet }: Refusal,
  { version, as = code }: { readonly version?: number; readonly as?: ProblemCode } = {},
): Problem =>
  new Problem(as, {
    detail: unmet.map(({ remedy }) => remedy).join(' '),
    unmet,
    ...(version === undefined ? {} : { version }),
  });

/** Why there is no sheet. */
export const sheetProblem = ({ code, message }: SheetProblem): Problem =>
  new Problem(code, { detail: message });

/** Fields, headers or parameters that are wrong, each with what would help. */
export const fieldsProblem = (
  faults: readonly { readonly field: string; readonly remedy: string }[],
): Problem =>
  refusalProblem({
    code: 'fields-invalid',
    unmet: faults.map(({ field, remedy }) => ({ guard: `field:${field}`, who: [], remedy })),
  });
