import type { JsonObject } from '@lotse/domain';
import { fieldsProblem } from '../problems/problem';

/** What the address says, or the import alone may say. */
const NOT_IN_BODY = ['id', 'programme', 'type', 'recordedAt'] as const;

/** The line that a body stands for. @throws Problem for what the body may not say */
export function recordLine(
  body: JsonObject,
  address: { readonly id: string; readonly programme: string },
): JsonObject {
  const said = NOT_IN_BODY.filter((field) => Object.hasOwn(body, field));
  if (said.length > 0)
    throw fieldsProblem(
      said.map((field) => ({ field, remedy: `Remove ${field}: the address or Lotse itself says it.` })),
    );
  return { ...body, ...address };
}
