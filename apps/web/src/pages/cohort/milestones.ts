import type { CohortLine } from '../../api/cohort';

export type MilestoneCode = keyof CohortLine['milestones'];

/** Columns of the matrix: the guards that are due before each, the facts that reach it, and the figure of the sheet at its foot. */
export const COLUMNS: readonly {
  readonly code: MilestoneCode;
  readonly guards: readonly string[];
  readonly facts: readonly string[];
  readonly figure?: string;
}[] = [
  {
    code: 'selected',
    guards: ['selection-decided', 'two-scorecards', 'consent-current'],
    facts: ['decide-selection'],
    figure: 'students',
  },
  {
    code: 'committed',
    guards: ['commitment-languages', 'commitment-signed', 'commitment-countersigned'],
    facts: ['sign-commitment', 'waive-commitment'],
    figure: 'commitmentsSigned',
  },
  {
    code: 'matched',
    guards: ['placement-reserved', 'mentor-named', 'candidate-opted-in'],
    facts: ['agree-placement', 'opt-in'],
  },
  { code: 'agreement', guards: ['agreement-signed', 'agreement-lawful'], facts: ['sign-agreement'] },
  { code: 'title', guards: ['title-granted', 'second-title-granted'], facts: ['grant-title'] },
  { code: 'started', guards: ['day-one-confirmed', 'candidate-arrived'], facts: ['start-internship'] },
  { code: 'months', guards: ['months-closed'], facts: ['confirm-month'], figure: 'workMonths' },
  { code: 'evaluated', guards: ['evaluated'], facts: ['evaluate', 'waive-evaluation'] },
  {
    code: 'recommended',
    guards: ['recommended'],
    facts: ['recommend', 'override-recommendation'],
    figure: 'recommended',
  },
  { code: 'contract-prepared', guards: [], facts: ['prepare-contract'], figure: 'contractsPrepared' },
  { code: 'contract-signed', guards: ['contract-signed'], facts: ['sign-contract'] },
  { code: 'work-started', guards: ['work-started'], facts: ['start-work'] },
  { code: 'followed-up', guards: ['retention-shown'], facts: ['advance'] },
];

export interface CellState {
  readonly state: 'done' | 'late' | 'due' | 'blocked' | 'open' | 'gone';
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
  if (status === 'on-hold') return { state: 'blocked' };
  const guards = COLUMNS.find((column) => column.code === code)?.guards ?? [];
  const due = tasks.find(({ key, kind }) => kind === 'guard' && guards.includes(key.split(':')[2] ?? ''));
  if (due === undefined) return { state: 'open' };
  return { state: due.overdue ? 'late' : 'due', ...(due.dueOn === undefined ? {} : { day: due.dueOn }) };
}

/** Where the fact behind a cell stands: the newest that reached it, in the journey's timeline. */
export const factPath = (code: MilestoneCode) => ({
  tab: 'timeline',
  fact: COLUMNS.find((column) => column.code === code)?.facts.join(',') ?? '',
});
