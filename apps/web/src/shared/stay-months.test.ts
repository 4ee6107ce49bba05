import { expect, it } from 'vitest';
import { dueMonths, openMonths, workdaysOf, type Stay } from './stay-months';

const stay: Stay = { startedOn: '2024-06-03', months: { '2024-06': 'confirmed', '2024-07': 'contested' } };

it('a month that has begun can be confirmed, one that is over is waited for', () => {
  expect(openMonths(stay, '2024-09-02')).toEqual(['2024-07', '2024-08', '2024-09']);
  expect(dueMonths(stay, '2024-09-02')).toEqual(['2024-07', '2024-08']);
});

it('is waited for on its last day, and at the end of the stay', () => {
  expect(dueMonths(stay, '2024-09-30')).toContain('2024-09');
  const ended: Stay = {
    ...stay,
    ended: { on: '2024-09-13', how: 'early', lastDay: '2024-09-13', insertedOn: '2024-09-13' },
  };
  expect(dueMonths(ended, '2024-09-16')).toContain('2024-09');
  expect(openMonths(ended, '2024-11-04')).not.toContain('2024-10');
});

it('nothing is open before the first day', () => {
  expect(openMonths({ months: {} }, '2024-09-02')).toEqual([]);
});

it('counts Mondays to Fridays within the stay', () => {
  expect(workdaysOf('2024-06', stay)).toBe(20);
  expect(workdaysOf('2024-08', stay)).toBe(22);
});
