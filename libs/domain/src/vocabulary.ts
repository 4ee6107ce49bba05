/** Every command that domain.md declares. Templates may name them all; only those in `COMMANDS` can be submitted yet. */
export const VOCABULARY = [
  'nominate', 'give-consent', 'withdraw-consent', 'score', 'decide-selection', 'advance',
  'issue-commitment', 'sign-commitment', 'countersign-commitment', 'refuse-commitment', 'withdraw-commitment', 'waive-commitment',
  'reserve-placement', 'agree-placement', 'opt-in', 'cancel-placement', 'sign-agreement',
  'grant-title', 'refuse-title', 'record-insurance', 'record-housing', 'arrive',
  'start-internship', 'interrupt-placement', 'resume-placement', 'end-placement', 'confirm-month', 'contest-month',
  'evaluate', 'recommend', 'leave-for-studies', 'record-degree',
  'prepare-contract', 'offer-contract', 'sign-contract', 'decline-contract', 'retract-contract', 'start-work',
  'check-in', 'hold', 'resume', 'withdraw', 'close', 'reopen', 'reverse', 'correct', 'void', 'fire-clock',
  'state-no-fees', 'amend-placement', 'waive-evaluation', 'override-recommendation', 'choose-route', 'decide-recognition',
  'file-title', 'record-registration', 'record-bank', 'record-notice', 'record-title-copy', 'plan-integration', 'record-retention',
  'answer-nomination', 'resend-nomination', 'cancel-nomination', 'read-commitment', 'record-title-step', 'end-title',
  'record-recognition-step', 'plan-language', 'book-exam', 'record-exam', 'amend-contract', 'end-employment',
  'close-integration', 'record-cost', 'inform', 'record-contact-attempt', 'complain', 'answer-complaint', 'merge-person',
  'fail-organisation', 'record-participation',
] as const;
export type DeclaredCommand = (typeof VOCABULARY)[number];
