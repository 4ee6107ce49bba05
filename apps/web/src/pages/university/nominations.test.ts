import { describe, expect, it } from 'vitest';
import { isFilled, newRow, pastedRows } from './nominations';

describe('a list of nominations', () => {
  it('takes the lines of a spreadsheet, empty ones left out', () => {
    expect(pastedRows('p97\tСиликаттар\t2026-07-31\r\n\r\np98;Keramik;2026-07-31\n', 'person')).toEqual([
      { person: 'p97', subject: 'Силикаттар', expectedDegreeOn: '2026-07-31' },
      { person: 'p98', subject: 'Keramik', expectedDegreeOn: '2026-07-31' },
    ]);
  });

  it('begins at the field that it is put into, and drops cells beyond the last', () => {
    expect(pastedRows('Keramik\t2026-07-31\tx', 'subject')).toEqual([
      { subject: 'Keramik', expectedDegreeOn: '2026-07-31' },
    ]);
  });

  it('gives each row an id of its own, and counts it when all fields are filled', () => {
    const [one, other] = [
      newRow(),
      newRow({ person: 'p97', subject: 'Glas', expectedDegreeOn: '2026-07-31' }),
    ];
    expect(one.id).not.toBe(other.id);
    expect([one, other].map(isFilled)).toEqual([false, true]);
  });
});
