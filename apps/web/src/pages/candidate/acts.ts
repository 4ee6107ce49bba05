import type { Journey, PossibleCommand, Task } from '../../api/types';
import { commandOfTask } from '../../shared/guard-commands';

/** Papers to be read, signed or decided on. */
const DECISIONS: readonly string[] = [
  'read-commitment',
  'sign-commitment',
  'refuse-commitment',
  'opt-in',
  'sign-agreement',
  'sign-contract',
  'decline-contract',
];

/** What a candidate tells of: everything else but what has a place of its own on these pages. */
const ELSEWHERE: readonly string[] = ['withdraw', 'check-in', 'complain', 'give-consent', 'withdraw-consent'];

const isOwn = ({ by }: PossibleCommand): boolean => by.includes('candidate');

/** Whether the candidate's word on it is still missing; later they may change it by the coordination. */
function isUndecided({ command, about = '' }: PossibleCommand, { state }: Journey): boolean {
  const { commitment, placements, contracts } = state;
  const placement = placements[about];
  const contract = contracts[about];
  if (command === 'opt-in') return placement?.optedInOn === undefined;
  if (command === 'sign-agreement')
    return (placement?.pending ?? placement)?.signatures.candidate === undefined;
  if (command === 'sign-contract' || command === 'decline-contract')
    return contract?.signatures.candidate === undefined && contract?.declinedOn === undefined;
  return commitment.issued !== undefined && commitment.signed === undefined;
}

/** What is to be decided today. */
export const decisionsOf = (journey: Journey): readonly PossibleCommand[] =>
  journey.commands.filter(
    (one) => isOwn(one) && DECISIONS.includes(one.command) && isUndecided(one, journey),
  );

/** What can be told today, each once for what it is about. */
export const newsOf = ({ commands }: Journey): readonly PossibleCommand[] =>
  commands.filter(
    (one) => isOwn(one) && !DECISIONS.includes(one.command) && !ELSEWHERE.includes(one.command),
  );

/** The candidate's own tasks that can be done today; of a ladder of reminders only the day that it leads to. */
export function ownTasks(tasks: readonly Task[], { commands }: Journey): readonly Task[] {
  const own = tasks.filter(({ who }) => who === 'candidate');
  const isRung = (text: string): boolean => own.some((other) => text.startsWith(`${other.text}.`));
  return own.filter((task) => {
    const command = commandOfTask(task);
    return command === undefined ? !isRung(task.text) : commands.some((one) => one.command === command);
  });
}

/** What keeps the journey from its next stage and is for others to do. */
export const othersOf = ({ commands }: Journey): PossibleCommand['unmet'] =>
  (commands.find(({ command }) => command === 'advance')?.unmet ?? []).filter(
    ({ who }) => !who.includes('candidate'),
  );
