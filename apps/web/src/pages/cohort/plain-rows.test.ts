import { expect, it } from 'vitest';
import { semicolons, tabs } from './plain-rows';

it('never hands a spreadsheet a formula, and keeps rows and columns apart', () => {
  const rows = [
    ['=HYPERLINK("http://x")', 'Өмүрова\tАйжан'],
    ['@SUM', 'a;b "c"'],
  ];
  expect(tabs(rows)).toBe(`'=HYPERLINK("http://x")\tӨмүрова Айжан\n'@SUM\ta;b "c"`);
  expect(semicolons(rows)).toContain(`"'@SUM";"a;b ""c"""`);
});
