import { expect, it } from 'vitest';
import { nextTasks } from './next-tasks';

const clock = (key: string, overdue = false) => ({
  key,
  kind: 'clock' as const,
  overdue,
  dueOn: '2024-09-10',
});
const EIGHT = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => clock(key));
const need = { key: 'need:housing:2024-09-02', kind: 'need' as const, overdue: false };
const guard = (stage: string) => ({
  key: `guard:${stage}:evaluated:mentor`,
  kind: 'guard' as const,
  blocks: stage,
  overdue: false,
});
const keysOf = (tasks: readonly { readonly key: string }[]): readonly string[] => tasks.map(({ key }) => key);

it('shows a need that has no day before deadlines that are ahead, however many there are', () => {
  const { first, rest } = nextTasks(EIGHT, undefined);
  expect([first.length, rest.length]).toEqual([5, 3]);
  const withNeed = nextTasks([clock('late', true), ...EIGHT, need], undefined);
  expect(keysOf(withNeed.first).slice(0, 3)).toEqual(['late', need.key, 'a']);
});

it('leaves the guards of the stage that is shown with what it lacks to that place', () => {
  expect(keysOf(nextTasks([guard('EVA'), guard('CON')], 'EVA').first)).toEqual([
    'guard:CON:evaluated:mentor',
  ]);
  expect(nextTasks([guard('EVA')], undefined).first).toHaveLength(1);
});
