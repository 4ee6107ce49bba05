import { isDeepStrictEqual } from 'node:util';
import type { Sheet } from '@lotse/domain';
import type { ExpectedSheet } from './demo-sheets';

/**
 * Where the sheets are not as expected: one line each, naming day, figure and both values. Further keys of a sheet are no
 * difference; everything below an expected key is compared whole.
 */
export function differences(expected: readonly ExpectedSheet[], sheets: readonly Sheet[]): string[] {
  return expected.flatMap((wanted) => {
    const sheet = sheets.find(({ asOf }) => asOf === wanted.asOf);
    if (sheet === undefined) return [`There is no sheet as of ${wanted.asOf}.`];
    const counted: Readonly<Record<string, unknown>> = { ...sheet };
    return Object.keys(wanted)
      .filter((key) => !isDeepStrictEqual(counted[key], wanted[key]))
      .map((key) => `As of ${wanted.asOf}, ${key} is ${text(counted[key])}, expected ${text(wanted[key])}.`);
  });
}

const text = (value: unknown): string => JSON.stringify(value) ?? 'missing';
