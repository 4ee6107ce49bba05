import { expect, it } from 'vitest';
import { addStage, codeFrom, moveStage, removeStage } from './edit-stages';
import type { Stage } from './setup-queries';

const stage = (code: string, exits: string[], more: Partial<Stage> = {}): Stage => ({
  code,
  name: { de: code, en: code },
  phase: 'internship',
  guards: [],
  exits,
  clocks: [],
  ...more,
});
const WAY = [stage('NOM', ['SEL']), stage('SEL', ['COM', 'NOM']), stage('COM', [], { final: true })];
const exitsOf = (stages: readonly Stage[]): string =>
  stages.map(({ code, exits }) => `${code}>${exits.join('+')}`).join(' ');

it('a new stage stands on the way behind another, which keeps its other exits', () => {
  const added = { code: 'LANG', name: { de: 'Sprachkurs', en: 'Language course' } };
  expect(exitsOf(addStage(WAY, 'SEL', added))).toBe('NOM>SEL SEL>LANG+NOM LANG>COM COM>');
});

it('behind the last stage comes a new last one', () => {
  const stages = addStage(WAY, 'COM', { code: 'END', name: { de: 'Ende', en: 'End' } });
  expect(exitsOf(stages)).toBe('NOM>SEL SEL>COM+NOM COM>END END>');
  expect(stages.filter(({ final }) => final === true).map(({ code }) => code)).toEqual(['END']);
});

it('what led to a stage that is taken away leads to where it led first, and never to itself', () => {
  expect(exitsOf(removeStage(WAY, 'SEL'))).toBe('NOM>COM COM>');
  expect(exitsOf(removeStage([stage('A', ['B']), stage('B', ['A'])], 'B'))).toBe('A>');
});

it('the order changes within its bounds, and the way does not', () => {
  expect(exitsOf(moveStage(WAY, 'SEL', -1))).toBe('SEL>COM+NOM NOM>SEL COM>');
  expect(moveStage(WAY, 'NOM', -1)).toBe(WAY);
});

it('a code comes from the name, also where it has no Latin letter, and is never one that is taken', () => {
  expect([codeFrom('Sprachkurs B2', WAY), codeFrom('Тил курсу', WAY), codeFrom('Com', WAY)]).toEqual([
    'SPRACHKURSB',
    'STAGE',
    'COMX',
  ]);
});
