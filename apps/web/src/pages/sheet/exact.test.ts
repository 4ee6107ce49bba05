import { expect, it } from 'vitest';
import { numberText, valueOf } from './exact';

it('an exact fraction is read as a number', () => {
  expect(valueOf('7/2')).toBe(3.5);
  expect(valueOf('15')).toBe(15);
});

it('people read at most one digit after the point, written as in their language', () => {
  expect(numberText('50687/506', 'de')).toBe('100,2');
  expect(numberText('15', 'en')).toBe('15');
  expect(numberText(null, 'en')).toBe('–');
});
