import { expect, it } from 'vitest';
import { groupOf } from './groups';

const TODAY = '2024-09-02';

it.each([
  [{ dueOn: '2024-09-01', overdue: true }, 'overdue'],
  [{ dueOn: '2024-09-02', overdue: false }, 'today'],
  [{ dueOn: '2024-09-09', overdue: false }, 'week'],
  [{ dueOn: '2024-09-10', overdue: false }, 'later'],
  [{ overdue: false }, 'open'],
] as const)('%o stands under %s', (task, group) => {
  expect(groupOf(task, TODAY)).toBe(group);
});
