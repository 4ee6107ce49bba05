import { expect, it } from 'vitest';
import { given, leadsTo, standingOf } from './mapping';

const line = (stage: string, status: 'open' | 'on-hold' | 'closed' = 'open', template = 'glass@1') => ({
  stage,
  status,
  template,
});
const target = {
  stages: ['NOM', 'LANG'].map((code) => ({
    code,
    name: { de: code, en: code },
    phase: 'commitment' as const,
    guards: [],
    exits: [],
    clocks: [],
  })),
};

it('asks for the stages of those who would come along: neither the closed nor those who are there already', () => {
  const lines = [
    line('NOM'),
    line('NOM', 'on-hold'),
    line('SEL'),
    line('COM', 'closed'),
    line('MAT', 'open', 'glass@2'),
  ];
  expect(standingOf(lines, 'glass@2')).toEqual([
    { stage: 'NOM', count: 2 },
    { stage: 'SEL', count: 1 },
  ]);
});

it('a stage keeps its code where the target has it, and leads nowhere until somebody says where', () => {
  expect([
    leadsTo('NOM', {}, target),
    leadsTo('SEL', {}, target),
    leadsTo('SEL', { SEL: 'LANG' }, target),
  ]).toEqual(['NOM', undefined, 'LANG']);
  expect(given({ NOM: 'NOM', SEL: 'LANG', COM: '' })).toEqual({ SEL: 'LANG' });
});
