import type { InboxPage, InboxTask } from '@lotse/journeys';
import { table } from '../output/table';

/** What a task asks for, and whose. */
const columns = (task: InboxTask): string[] => [
  task.dueOn ?? '',
  task.journey,
  task.stage,
  [task.who, ...task.also].join(', '),
  task.text,
  task.clockKind ?? '',
  noteOn(task),
  task.key,
];

const HEAD = ['due', 'journey', 'stage', 'who', 'what', 'kind', 'note', 'key'];

const noteOn = ({ stopped, blocks, followUpOn, handedTo, effect }: InboxTask): string =>
  [
    ...(stopped ? ['stands still'] : []),
    ...(effect === undefined ? [] : [effect]),
    ...(blocks === undefined ? [] : [`blocks ${blocks}`]),
    ...(followUpOn === undefined ? [] : [`put off to ${followUpOn}`]),
    ...(handedTo === undefined ? [] : [`handed to ${handedTo}`]),
  ].join(', ');

function section(title: string, tasks: readonly InboxTask[]): string {
  return `${title}: ${tasks.length}\n\n${tasks.length === 0 ? '' : `${table(HEAD, tasks.map(columns))}\n`}`;
}

/** Overdue, to do and, for a role, waiting on others. @param waiting absent when no role was named */
export function inboxText({ tasks, next }: InboxPage, waiting?: InboxPage): string {
  const more = next !== undefined || waiting?.next !== undefined;
  return [
    section(
      'Overdue',
      tasks.filter(({ overdue }) => overdue),
    ),
    section(
      'To do',
      tasks.filter(({ overdue }) => !overdue),
    ),
    ...(waiting === undefined ? [] : [section('Waiting on others', waiting.tasks)]),
    ...(more ? ['There is more: narrow it down, or give --limit.\n'] : []),
    'Kind: S law, P practice, R rule of the programme. Put a task off with: lotse task snooze <journey> <key> --until <day>\n',
  ].join('');
}
