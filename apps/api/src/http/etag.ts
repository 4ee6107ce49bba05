import { fieldsProblem } from '../problems/problem';

/** The entity tag of a journey is its version: it changes with every fact. */
export const etagOf = (version: number): string => `"${version}"`;

const VERSION_TAG = /^"(0|[1-9]\d{0,8})"$/;

/** The version that `If-Match` asks for; undefined without the header. @throws Problem when it is not one entity tag as answered here. */
export function versionOfIfMatch(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const version = VERSION_TAG.exec(header.trim())?.[1];
  if (version === undefined)
    throw fieldsProblem([
      {
        field: 'if-match',
        remedy: 'Give If-Match as one ETag that a journey was answered with, such as "5".',
      },
    ]);
  return Number(version);
}
