import { expect, it } from 'vitest';
import { latinOf } from './latin';

it.each([
  ['Айгүл Өмүрбекова', 'Aigul Omurbekova'],
  ['Жылдыз', 'Zhyldyz'],
  ['Jürgen Weiß', 'Jurgen Weiß'],
])('%s is found as %s', (name, typed) => {
  expect(latinOf(name)).toBe(latinOf(typed));
});
