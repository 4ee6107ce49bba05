import { expect, it } from 'vitest';
import { factText, type FactWords } from './fact-text';

const WORDS: Readonly<Record<string, string>> = {
  'stages/COM': 'Verpflichtet',
  'fields/stage': 'Stufe',
  'fields/to': 'Bis',
  'fields/company': 'Betrieb',
  'codes/16e': '§ 16e',
};
const words: FactWords = {
  word: (group, code) => WORDS[`${group}/${code}`] ?? code,
  day: (day) => `Tag ${day}`,
  named: (id) => `Glas ${id}`,
};
const textOf = (data: object): string => factText({ data }, words);

it('says a stage as a stage, though its field is called as a last day is elsewhere', () => {
  expect(textOf({ to: 'COM' })).toBe('Stufe: Verpflichtet');
  expect(textOf({ to: '2024-10-31' })).toBe('Bis: Tag 2024-10-31');
});

it('names organisations and codes, and leaves other ids as they are', () => {
  expect(textOf({ company: 'c1', route: '16e', placement: 'pl-1' })).toBe(
    'Betrieb: Glas c1 · route: § 16e · placement: pl-1',
  );
});
