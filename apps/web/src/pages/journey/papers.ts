import type { FileTopic } from '../../shared/upload';

/** What papers of a journey are about, as a reader names them; the rest is the journey's course. */
export const PAPER_TOPICS = [
  'commitment',
  'placement',
  'title',
  'recognition',
  'contract',
  'arrival',
  'identity',
  'course',
] as const satisfies readonly FileTopic[];

const BY_COMMAND: Readonly<Record<string, FileTopic>> = {
  'sign-commitment': 'commitment',
  'countersign-commitment': 'commitment',
  'sign-agreement': 'placement',
  'confirm-month': 'placement',
  'contest-month': 'placement',
  'grant-title': 'title',
  'record-title-step': 'title',
  'refuse-title': 'title',
  'file-title': 'title',
  'record-title-copy': 'title',
  'record-recognition-step': 'recognition',
  'decide-recognition': 'recognition',
  'record-exam': 'recognition',
  'record-degree': 'nomination',
  'record-insurance': 'arrival',
  'record-registration': 'arrival',
  'record-bank': 'arrival',
  'prepare-contract': 'contract',
  'offer-contract': 'contract',
  'sign-contract': 'contract',
  'amend-contract': 'contract',
  'start-work': 'contract',
  'record-notice': 'contract',
  'record-retention': 'retention',
  'state-no-fees': 'fairness',
  'record-cost': 'fairness',
  'repay-cost': 'fairness',
};

/** Who may open the paper that a command rests on: those who see what the command is about. */
export const topicOf = (command: string): FileTopic => BY_COMMAND[command] ?? 'course';
