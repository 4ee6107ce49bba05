import type { ListedChange, Projection } from '../ports/projection-store.port';

const clockKey = ({ code, dueOn }: { readonly code: string; readonly dueOn: string }): string =>
  `${code} ${dueOn}`;
const taskKey = ({ key }: { readonly key: string }): string => key;

/** Rows that are gone, and rows that are new or read otherwise. */
function between<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): { readonly gone: readonly Row[]; readonly changed: readonly Row[] } {
  const old = new Map(before.map((row) => [keyOf(row), JSON.stringify(row)]));
  const kept = new Set(after.map(keyOf));
  return {
    gone: before.filter((row) => !kept.has(keyOf(row))),
    changed: after.filter((row) => old.get(keyOf(row)) !== JSON.stringify(row)),
  };
}

type Rows = Pick<Projection, 'clocks' | 'tasks'>;

/** What has to be written so that the listed rows `before` become those `after`; undefined when they are the same. */
export function listedChange(before: Rows, after: Rows): ListedChange | undefined {
  const clocks = between(before.clocks, after.clocks, clockKey);
  const tasks = between(before.tasks, after.tasks, taskKey);
  const rows = [clocks.gone, clocks.changed, tasks.gone, tasks.changed];
  if (rows.every(({ length }) => length === 0)) return undefined;
  return {
    goneClocks: clocks.gone.map(({ code, dueOn }) => ({ code, dueOn })),
    clocks: clocks.changed,
    goneTasks: tasks.gone.map(taskKey),
    tasks: tasks.changed,
  };
}
