import { expect, it } from 'vitest';
import { changesOf } from './changes';
import type { Clock, Stage, Template } from './setup-queries';

const clock: Clock = {
  code: 'selection',
  anchor: 'stage-entered',
  after: 'P14D',
  effect: 'task',
  who: 'coordinator',
};
const stage = (code: string, more: Partial<Stage> = {}): Stage => ({
  code,
  name: { de: code, en: code },
  phase: 'internship',
  guards: ['adult', 'insured'],
  exits: [],
  clocks: [clock],
  ...more,
});
const template = (...stages: Stage[]): Template => ({
  id: 'glass@1',
  title: 'Glass',
  stages,
  consents: [],
  texts: [],
  scorecards: 2,
  adultAge: 18,
  agreementParties: [],
  evaluationParties: [],
  fullTimeHours: 40,
  backdating: 'P60D',
});

it('names a guard that is gone, and not every one that moved up', () => {
  expect(changesOf(template(stage('A')), template(stage('A', { guards: ['insured'] })))).toEqual([
    { stage: 'A', what: 'guard', before: 'adult' },
  ]);
});

it('names stages that came and went, deadlines that changed, and fields of the whole', () => {
  const slower = { ...clock, after: 'P28D' };
  const after = { ...template(stage('A', { clocks: [slower] }), stage('C')), scorecards: 3 };
  expect(changesOf(template(stage('A'), stage('B')), after)).toEqual([
    { stage: 'A', what: 'clock', before: clock, after: slower },
    { stage: 'C', what: 'stage', after: 'C' },
    { stage: 'B', what: 'stage', before: 'B' },
    { what: 'field', field: 'scorecards', before: 2, after: 3 },
  ]);
});

it('finds nothing in a version that differs by its number alone', () => {
  expect(changesOf(template(stage('A')), { ...template(stage('A')), id: 'glass@2' })).toEqual([]);
});
