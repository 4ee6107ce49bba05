import { describe, expect, it } from 'vitest';
import { standingOf } from './standing';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe('how an agreement stands', () => {
  it.each([
    ['2025-12-31', 'ahead'],
    ['2026-01-01', 'running'],
    ['2026-10-01', 'running'],
    ['2026-10-02', 'soon'],
    ['2026-12-31', 'soon'],
    ['2027-01-01', 'over'],
  ])('on %s it is %s', (day, standing) => {
    expect(standingOf(YEAR, day)).toBe(standing);
  });
});
