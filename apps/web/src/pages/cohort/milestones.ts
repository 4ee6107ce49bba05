import type { CohortLine } from '../../api/cohort';

export type MilestoneCode = keyof CohortLine['milestones'];

/** Columns of the matrix: the guards that are due before each, and the figure of the sheet at its foot. */
export const COLUMNS: readonly {
  readonly code: MilestoneCode;
  readonly guards: readonly string[];
  readonly figure?: string;
}[] = [
  {
    code: 'selected',
    guards: ['selection-decided', 'two-scorecards', 'consent-current'],
    figure: 'students',
  },
  {
    code: 'committed',
    guards: ['commitment-languages', 'commitment-signed', 'commitment-countersigned'],
    figure: 'commitmentsSigned',
  },
  { code: 'matched', guards: ['placement-reserved', 'mentor-named', 'candidate-opted-in'] },
  { code: 'agreement', guards: ['agreement-signed', 'agreement-lawful'] },
  { code: 'title', guards: ['title-granted', 'second-title-granted'] },
  { code: 'started', guards: ['day-one-confirmed', 'candidate-arrived'] },
  { code: 'months', guards: ['months-closed'], figure: 'workMonths' },
  { code: 'evaluated', guards: ['evaluated'] },
  { code: 'recommended', guards: ['recommended'], figure: 'recommended' },
  { code: 'contract-prepared', guards: [], figure: 'contractsPrepared' },
  { code: 'contract-signed', guards: ['contract-signed'] },
  { code: 'work-started', guards: ['work-started'] },
  { code: 'followed-up', guards: ['retention-shown'] },
];

export interface CellState {
  readonly state: 'done' | 'late' | 'due' | 'open' | 'gone';
  readonly day?: string;
}

/** How a person stands to a milestone. */
export function cellOf(
  { milestones, tasks, status }: Pick<CohortLine, 'milestones' | 'tasks' | 'status'>,
  code: MilestoneCode,
): CellState {
  const day = milestones[code];
  if (day !== undefined) return { state: 'done', day };
  if (status === 'closed' || status === 'void') return { state: 'gone' };
  const guards = COLUMNS.find((column) => column.code === code)?.guards ?? [];
  const due = tasks.find(({ key, kind }) => kind === 'guard' && guards.includes(key.split(':')[2] ?? ''));
  if (due === undefined) return { state: 'open' };
  return { state: due.overdue ? 'late' : 'due', ...(due.dueOn === undefined ? {} : { day: due.dueOn }) };
}
