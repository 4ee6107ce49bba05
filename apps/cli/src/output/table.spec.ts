import { harmless, table } from './table';

describe('a table', () => {
  it('sets numbers to the right and text to the left, under a rule', () => {
    expect(
      table(
        ['figure', 'count'],
        [
          ['Students', '15'],
          ['Work months', '75.00'],
        ],
      ),
    ).toBe('figure       count\n-----------  -----\nStudents        15\nWork months  75.00\n');
  });

  it('shows what a terminal would obey as a question mark', () => {
    expect(table(['id'], [['\u001b[2Jx']])).toBe('id\n-----\n?[2Jx\n');
    expect(harmless('a\r\nb')).toBe('a??b');
  });
});
