import { createHash } from 'node:crypto';
import { fieldsProblem } from '../problems/problem';

/** The version of a journey as an entity tag: it changes with every fact. */
export const etagOf = (version: number): string => `"${version}"`;

const digest = (content: object): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16);

/** Changes with the content, and with nothing else. */
export const contentTag = (content: object): string => `"${digest(content)}"`;

/**
 * A journey as it is shown: beside its version by all that is shown, since what can be done next also changes with the day, with
 * records, and with other journeys of the person. `If-Match` looks at the version alone.
 */
export const shownTag = (version: number, content: object): string => `"${version}.${digest(content)}"`;

/**
 * Whether `If-None-Match` names the tag. Asked of the origin itself this holds whatever `Cache-Control` says, which programs add on
 * their own and Express takes for a wish to have everything anew.
 */
export const namesTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  header.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));

const VERSION_TAG = /^"(0|[1-9]\d{0,8})(?:\.[\w-]{16})?"$/;

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
