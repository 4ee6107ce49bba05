import { expect, it } from 'vitest';
import { cellOf } from './milestones';

const task = (overdue: boolean) => ({
  key: 'guard:COM:commitment-signed:candidate',
  kind: 'guard' as const,
  who: 'candidate' as const,
  also: [],
  text: '',
  dueOn: '2024-09-10',
  overdue,
  stopped: false,
});
const line = { milestones: {}, tasks: [], status: 'open' as const };

it('a milestone is done with its day, due, late, blocked by a hold, or does not apply', () => {
  const states = [
    cellOf({ ...line, milestones: { committed: '2024-01-10' } }, 'committed'),
    cellOf({ ...line, tasks: [task(false)] }, 'committed'),
    cellOf({ ...line, tasks: [task(true)] }, 'committed'),
    cellOf({ ...line, status: 'on-hold' }, 'committed'),
    cellOf({ ...line, status: 'closed' }, 'committed'),
    cellOf(line, 'committed'),
  ].map(({ state }) => state);
  expect(states).toEqual(['done', 'due', 'late', 'blocked', 'gone', 'open']);
});
