import { expect, it } from 'vitest';
import { ladderOf, ladderText } from './ladder';

it('reads reminders as days and writes them back, the earliest first and each once', () => {
  expect(ladderText(['P14D', 'P7D'])).toBe('14, 7');
  expect(ladderOf('2, 14,7 14')).toEqual(['P14D', 'P7D', 'P2D']);
  expect(ladderOf('bald, 0')).toEqual([]);
});

it('leaves a ladder of weeks to the data', () => {
  expect(ladderText(['P2W'])).toBeUndefined();
});
