import { isDeepStrictEqual } from 'node:util';
import type { Sheet } from '@lotse/domain';
import type { ExpectedSheet } from './demo-sheets';

type Members = Readonly<Record<string, unknown>>;

/** Where the sheets are not as expected: one line each, naming day, figure and both values. Further keys are no difference. */
export function differences(expected: readonly ExpectedSheet[], sheets: readonly Sheet[]): string[] {
  return expected.flatMap((wanted) => {
    const sheet = sheets.find(({ asOf }) => asOf === wanted.asOf);
    if (sheet === undefined) return [`There is no sheet as of ${wanted.asOf}.`];
    return differing('', wanted, { ...sheet }).map(
      ([path, wish, value]) => `As of ${wanted.asOf}, ${path} is ${text(value)}, expected ${text(wish)}.`,
    );
  });
}

function differing(
  path: string,
  wanted: unknown,
  value: unknown,
): [path: string, wanted: unknown, value: unknown][] {
  if (!isMembers(wanted) || !isMembers(value))
    return isDeepStrictEqual(value, wanted) ? [] : [[path, wanted, value]];
  return Object.keys(wanted).flatMap((key) =>
    differing(path === '' ? key : `${path}.${key}`, wanted[key], value[key]),
  );
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => JSON.stringify(value) ?? 'missing';
