import type { JsonObject } from '@lotse/domain';
import { versionOfIfMatch } from '../http/etag';
import { fieldsProblem } from '../problems/problem';
import type { CommandRequest } from './command.request';

/** What the address and the headers say of a command. */
export interface CommandHeaders {
  readonly journey: string;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
}

/** A quoted string is how RFC 8941 writes what the header holds; the plain id is taken too. */
const unquoted = (key: string): string => /^"([^"\\]*)"$/.exec(key)?.[1] ?? key;

/** Its id: the header `Idempotency-Key`, the field `id`, or both when they are equal. */
function idOf({ id }: CommandRequest, { idempotencyKey }: CommandHeaders): string {
  const key = idempotencyKey === undefined ? undefined : unquoted(idempotencyKey.trim());
  if (id !== undefined && key !== undefined && id !== key)
    throw fieldsProblem([
      { field: 'id', remedy: 'Give the same id in Idempotency-Key and in the body, or only one of them.' },
    ]);
  const given = key ?? id;
  if (given === undefined)
    throw fieldsProblem([
      {
        field: 'id',
        remedy:
          'Give the command an id, as header Idempotency-Key or in the body: with it a repeat does nothing twice.',
      },
    ]);
  return given;
}

/** The version it is meant for: the header `If-Match`, the field `expectedVersion`, or both when they are equal. */
function expectedVersionOf(
  { expectedVersion }: CommandRequest,
  { ifMatch }: CommandHeaders,
): number | undefined {
  const matched = versionOfIfMatch(ifMatch);
  if (matched !== undefined && expectedVersion !== undefined && matched !== expectedVersion)
    throw fieldsProblem([
      {
        field: 'expectedVersion',
        remedy: 'Give the same version in If-Match and in expectedVersion, or only one of them.',
      },
    ]);
  return matched ?? expectedVersion;
}

/** The command as the one door takes it, the same as a line of an import would hold it. @throws Problem */
export function commandBody(
  request: CommandRequest,
  headers: CommandHeaders,
): JsonObject & { readonly id: string } {
  const { command, happenedOn, by, data } = request;
  const id = idOf(request, headers);
  const expectedVersion = expectedVersionOf(request, headers);
  const body = { id, journey: headers.journey, command, happenedOn, by, data };
  return expectedVersion === undefined ? body : { ...body, expectedVersion };
}
