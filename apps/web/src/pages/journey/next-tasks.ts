import type { Task } from '../../api/types';

type Listed = Pick<Task, 'key' | 'kind' | 'blocks' | 'overdue' | 'dueOn'>;

/** What a person or place needs now, and no deadline brings to mind. */
const NEEDS: readonly string[] = ['need', 'rematch', 'offer', 'guard-no-longer-met'];

/** What stands open at once; the rest is a click away. Needs always stand open. */
const MOST = 5;

export interface NextTasks<One> {
  readonly first: readonly One[];
  readonly rest: readonly One[];
}

/**
 * What is next, needs before all that is not overdue. Guards of the stage that is shown with what it lacks stand there alone.
 * @param shown stage whose unmet guards the page lists; absent where it lists none
 */
export function nextTasks<One extends Listed>(
  tasks: readonly One[],
  shown: string | undefined,
): NextTasks<One> {
  const mine = tasks.filter(
    ({ kind, blocks }) => !(kind === 'guard' && blocks !== undefined && blocks === shown),
  );
  const needs = mine.filter(({ kind }) => NEEDS.includes(kind));
  const others = mine.filter(({ kind }) => !NEEDS.includes(kind));
  const late = others.filter(({ overdue }) => overdue);
  const ahead = others.filter(({ overdue }) => !overdue);
  const dated = [...late, ...ahead];
  const open = new Set(dated.slice(0, MOST));
  return {
    first: [...late.filter((one) => open.has(one)), ...needs, ...ahead.filter((one) => open.has(one))],
    rest: dated.slice(MOST),
  };
}
