import { expect, it } from 'vitest';
import { durationOf, spanOf } from './duration';

it.each(['P21D', 'P2W', 'P1M', 'P1Y'])('reads %s and writes it back', (text) => {
  const span = spanOf(text);
  expect(span === undefined ? undefined : durationOf(span)).toBe(text);
});

it.each(['', 'P1M2D', 'PT5H', 'P-1D', '21'])('does not read %s', (text) => {
  expect(spanOf(text)).toBeUndefined();
});
