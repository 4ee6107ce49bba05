import type { FileTopic } from '../../shared/upload';
import type { Journey, PossibleCommand } from '../../api/types';

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

/** What can be decided today. */
export const decisionsOf = ({ commands }: Journey): readonly PossibleCommand[] =>
  commands.filter((one) => isOwn(one) && DECISIONS.includes(one.command));

/** What can be told today, each once for what it is about. */
export const newsOf = ({ commands }: Journey): readonly PossibleCommand[] =>
  commands.filter(
    (one) => isOwn(one) && !DECISIONS.includes(one.command) && !ELSEWHERE.includes(one.command),
  );

/** Who may open the paper that goes with a command. */
const TOPICS: Readonly<Record<string, FileTopic>> = {
  'sign-commitment': 'commitment',
  'sign-agreement': 'placement',
  'sign-contract': 'contract',
  'file-title': 'title',
  'record-registration': 'arrival',
  'record-bank': 'arrival',
};
export const topicOf = (command: string): FileTopic => TOPICS[command] ?? 'course';
