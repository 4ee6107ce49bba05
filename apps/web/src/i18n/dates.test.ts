import { expect, it } from 'vitest';
import { daysBetween, monthName, shortDay } from './dates';

it('counts calendar days, whatever the zone of the browser', () => {
  expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2);
});

it('names Kyrgyz months from its own table', () => {
  expect([shortDay('2024-09-02', 'ky'), monthName('2024-06', 'ky')]).toEqual([
    '2024-ж., 2-сен.',
    '2024-ж. июнь',
  ]);
});
