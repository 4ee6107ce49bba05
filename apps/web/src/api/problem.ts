import type { components } from './generated/schema';

export type ProblemDetails = components['schemas']['ProblemDetails'];
export type Unmet = components['schemas']['Unmet'];

/** A request that was not done, as the API says it; `offline` when it was never reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly details: Pick<ProblemDetails, 'code' | 'detail' | 'unmet' | 'status' | 'title'> & {
      readonly version?: number;
      readonly requestId?: string;
    },
  ) {
    super(details.detail);
  }

  get code(): string {
    return this.details.code;
  }
}

/** The network did not carry the request: it may or may not have been taken, and is safe to send again under its id. */
export class Offline extends Error {
  override readonly name = 'Offline';
}

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

const isDetails = (value: unknown): value is ProblemDetails =>
  typeof value === 'object' && value !== null && 'code' in value && 'unmet' in value;

function problemOf(error: unknown, response: Response): ApiProblem {
  if (isDetails(error)) return new ApiProblem(error);
  const detail = `${response.status} ${response.statusText}`.trim();
  return new ApiProblem({ code: 'internal', detail, title: detail, status: response.status, unmet: [] });
}

/** What the API answered. @throws ApiProblem, Offline */
export async function answerOf<Data>(asked: Promise<Answered<Data>>): Promise<Data> {
  let answered: Answered<Data>;
  try {
    answered = await asked;
  } catch (cause) {
    throw new Offline('The network did not carry the request', { cause });
  }
  const { data, error, response } = answered;
  if (error !== undefined || !response.ok) throw problemOf(error, response);
  // An answer without a body is asked for by those alone who expect none.
  return data as Data;
}

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof ApiProblem && codes.includes(error.code);

/** Nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean => hasCode(error, 'token-missing', 'token-unknown');
