import { guardCode } from './guard-text';

/**
 * The command that meets a guard, where one does (domain.md §3.5). A test holds it against the remedies that the domain names; what
 * is not here is met by the journey's own page.
 */
const GUARD_COMMANDS: Readonly<Record<string, string>> = {
  'consent-current': 'give-consent',
  'two-scorecards': 'score',
  'selection-decided': 'decide-selection',
  'commitment-languages': 'issue-commitment',
  'commitment-signed': 'sign-commitment',
  'commitment-countersigned': 'countersign-commitment',
  'commitment-text-approved': 'issue-commitment',
  'placement-reserved': 'reserve-placement',
  'mentor-named': 'agree-placement',
  'candidate-opted-in': 'opt-in',
  'agreement-signed': 'sign-agreement',
  'title-granted': 'grant-title',
  insured: 'record-insurance',
  housed: 'record-housing',
  'candidate-arrived': 'arrive',
  'day-one-confirmed': 'start-internship',
  'placement-ended': 'end-placement',
  'months-closed': 'confirm-month',
  evaluated: 'evaluate',
  'studies-stated': 'leave-for-studies',
  recommended: 'recommend',
  'contract-signed': 'sign-contract',
  'route-chosen': 'choose-route',
  'degree-or-recognition': 'record-degree',
  'no-fees-stated-again': 'state-no-fees',
  'second-title-granted': 'grant-title',
  'second-entry': 'arrive',
  registered: 'record-registration',
  'bank-account': 'record-bank',
  'work-started': 'start-work',
  'advice-notice': 'record-notice',
  'title-copy-kept': 'record-title-copy',
  'integration-planned': 'plan-integration',
  'retention-shown': 'record-retention',
};

/** What meets an unmet guard; undefined for what no single command does. */
export const commandOfGuard = (guard: string): string | undefined => GUARD_COMMANDS[guardCode(guard)];

/** What meets a task's guard; undefined for what no single command does. */
export const commandOfTask = ({
  key,
  kind,
}: {
  readonly key: string;
  readonly kind: string;
}): string | undefined =>
  kind === 'guard' || kind === 'guard-no-longer-met' ? GUARD_COMMANDS[key.split(':')[2] ?? ''] : undefined;
