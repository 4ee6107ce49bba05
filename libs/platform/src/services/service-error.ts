import { types } from 'node:util';

/** Machine codes of everything that can go wrong while services are found, started or stopped. */
export type ServiceErrorCode =
  | 'postgres-binaries-missing'
  | 'postgres-user-missing'
  | 'postgres-failed'
  | 'database-unreachable'
  | 'database-rights-missing'
  | 'temporal-missing'
  | 'temporal-failed'
  | 'temporal-unreachable'
  | 'search-attribute-type'
  | 'search-attributes-failed'
  | 'port-missing'
  | 'child-failed'
  | 'supervisor-failed'
  | 'services-held'
  | 'not-owner';

/**
 * A service could not be found, started or stopped. `message` says what failed, on what and why; `remedy` says what
 * would help. Neither ever holds a password.
 */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly remedy: string;

  constructor(code: ServiceErrorCode, message: string, remedy: string, cause?: unknown) {
    super(`${message} ${remedy}`.trim(), cause === undefined ? undefined : { cause });
    this.name = 'ServiceError';
    this.code = code;
    this.remedy = remedy;
  }
}

/** The words of anything thrown, without its stack. */
export function reasonOf(error: unknown): string {
  // Not by instanceof: under Jest an error of Node's own modules belongs to another realm.
  return types.isNativeError(error) ? error.message : String(error);
}
