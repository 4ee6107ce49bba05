import type { Action } from '../actions';
import { ANYWHERE, type PolicyRow } from './policy-row';

/** Own account, the rules as they stand, and the names of who takes part. */
const OWN_ACCOUNT: readonly Action[] = [
  'account.own',
  'token.manage',
  'webhook.manage',
  'policy.read',
  'template.read',
  'directory.read',
  'event.watch',
];

/** Those who look after data protection, money and truth. */
export const OVERSIGHT_ROWS: readonly PolicyRow[] = [
  {
    role: 'data-protection-lead',
    on: ['programme'],
    may: [
      'journey.list',
      'journey.read',
      'journey.timeline',
      'complaint.read',
      'complaint.answer',
      'command.submit',
      'audit.read',
      'audit.verify',
      'room.log',
      'subject.read',
      'subject.export',
      'subject.erase',
      'retention.read',
      'retention.run',
      'record.read',
      'inbox.read',
      'approval.give',
    ],
    sees: ['course', 'commitment', 'complaint', 'complaint-text', 'sender', 'name', 'identity', 'network'],
    because:
      'Answers complaints too, since one may be about the coordinators; answers for the lawful handling of data: consent, complaints, who saw what, access and erasure. Scores, pay and notes are not needed for that.',
  },
  {
    role: 'data-protection-lead',
    on: ANYWHERE,
    may: OWN_ACCOUNT,
    sees: [],
    because: 'Own account, and the rules as they stand.',
  },
  {
    role: 'auditor',
    on: ['programme'],
    may: [
      'journey.list',
      'journey.read',
      'journey.timeline',
      'record.read',
      'sheet.read',
      'sheet.units',
      'indicator.read',
      'report.read',
      'evidence.sample',
      'evidence.find',
      'room.read',
      'room.log',
      'webhook.add',
      'audit.read',
      'audit.verify',
      'projection.verify',
    ],
    sees: [
      'course',
      'nomination',
      'selection',
      'commitment',
      'placement',
      'pay',
      'contract',
      'title',
      'arrival',
      'fairness',
      'retention',
      'sender',
      'network',
      'figures',
      'units',
    ],
    because:
      'Follows each figure back to its facts and evidence under ids. Names, free text, scores, wellbeing and complaints prove no figure and are left out; every look is logged.',
  },
  {
    role: 'auditor',
    on: ANYWHERE,
    may: OWN_ACCOUNT,
    sees: [],
    because: 'Own account, and the rules as they stand.',
  },
  {
    role: 'funder',
    on: ['programme'],
    may: ['sheet.read', 'indicator.read', 'report.read', 'webhook.add'],
    sees: ['figures', 'network'],
    because:
      'Pays for results and gets figures and suppressed lists; a person of fifteen would be known by a list.',
  },
  {
    role: 'funder',
    on: ANYWHERE,
    may: OWN_ACCOUNT,
    sees: [],
    because: 'Own account, and the rules as they stand.',
  },
];
