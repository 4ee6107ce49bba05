import { expect, it } from 'vitest';
import { icsOf } from './ics';

const NOW = new Date('2024-09-02T10:00:00.000Z');

it('writes whole days, with signs kept apart and long Kyrgyz lines folded', () => {
  const what = 'Бишкек, Каракол; '.repeat(8);
  const text = icsOf(
    [{ id: 'trip-1/2024-12-31', on: '2024-12-31', kind: 'trip', what }],
    (one) => one.what,
    NOW,
  );
  expect(text).toContain('DTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101');
  expect(text).toContain('DTSTAMP:20240902T100000Z');
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(
    `SUMMARY:${what.replaceAll(/[;,]/g, (sign) => `\\${sign}`)}`,
  );
});
