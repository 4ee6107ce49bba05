import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** Those whose every end is tested by what exists. */
const NUMBERED = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 23, 24, 25];

const rows = readFileSync(join(ROOT, 'docs/scenarios.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (\d+) \|.*?`([^`]+)`/.exec(line))
  .flatMap((found) => (found === null ? [] : [{ number: Number(found[1]), file: found[2] ?? '' }]));

describe('acceptance scenarios', () => {
  it('have each one row in the list', () => {
    expect(rows.map(({ number }) => number)).toEqual(expect.arrayContaining(NUMBERED));
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
  });

  it.each(rows.filter(({ number }) => NUMBERED.includes(number)))(
    '$number is a test of that number in $file',
    ({ number, file }) => {
      expect(existsSync(join(ROOT, file))).toBe(true);
      expect(readFileSync(join(ROOT, file), 'utf8')).toMatch(new RegExp(`it\\(['"\`]${number}: `));
    },
  );
});
