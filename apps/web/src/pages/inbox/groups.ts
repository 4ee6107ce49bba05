import type { Task } from '../../api/types';
import { daysBetween } from '../../i18n/dates';

export type Group = 'overdue' | 'today' | 'week' | 'later' | 'open';
export const GROUPS: readonly Group[] = ['overdue', 'today', 'week', 'later', 'open'];
const WEEK = 7;

/** Where a task stands in the inbox on a day. */
export function groupOf({ dueOn, overdue }: Pick<Task, 'dueOn' | 'overdue'>, today: string): Group {
  if (dueOn === undefined) return 'open';
  const days = daysBetween(today, dueOn);
  if (overdue || days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= WEEK ? 'week' : 'later';
}
