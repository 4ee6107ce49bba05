import { expect, it } from 'vitest';
import { shifted, weeksOf } from './month';

it('shows whole weeks from Monday, also over a leap day and a year', () => {
  const weeks = weeksOf('2024-02');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.[0]).toBe('2024-01-29');
  expect(weeks.at(-1)).toContain('2024-02-29');
  expect(weeksOf('2025-12').at(-1)?.at(-1)).toBe('2026-01-04');
});

it('a month that begins on a Monday has no day of the one before', () => {
  expect(weeksOf('2024-07')[0]?.[0]).toBe('2024-07-01');
});

it('goes over the year', () => {
  expect([shifted('2024-12', 1), shifted('2024-01', -1)]).toEqual(['2025-01', '2023-12']);
});
