import { describe, expect, it } from 'vitest';
import { partsOf } from './duration';

describe('a duration', () => {
  it('is read by its parts', () => {
    expect(partsOf('P21D')).toEqual([{ name: 'days', count: 21 }]);
    expect(partsOf('P1Y6M')).toEqual([
      { name: 'years', count: 1 },
      { name: 'months', count: 6 },
    ]);
  });

  it('is none where it is no duration of days', () => {
    expect(partsOf('PT4H')).toEqual([]);
    expect(partsOf('')).toEqual([]);
  });
});
