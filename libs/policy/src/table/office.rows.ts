import { ACTIONS, type Action } from '../actions';
import { ALL_TOPICS, type Topic } from '../topics';
import { ANYWHERE, type PolicyRow } from './policy-row';

/** What shows the content of a journey in others' words: running the system needs none of it. */
const CONTENT: readonly Action[] = [
  'note.read',
  'note.write',
  'complaint.read',
  'complaint.answer',
  'evidence.sample',
  'evidence.find',
  'evidence.answer',
  'room.read',
  'redaction.make',
  'file.read',
  'report.sign',
  'subject.export',
];
const CONFIDENTIAL: readonly Topic[] = ['complaint-text'];

/** What a coordinator does in the programmes that the grant names. */
const COORDINATION: readonly Action[] = [
  'journey.list',
  'journey.read',
  'journey.timeline',
  'command.submit',
  'command.preview',
  'command.bulk',
  'command.undo',
  'organisation.fail',
  'person.nominate',
  'record.read',
  'record.write',
  'inbox.read',
  'inbox.snooze',
  'inbox.remind',
  'sheet.read',
  'sheet.units',
  'indicator.read',
  'report.read',
  'report.propose',
  'report.sign',
  'evidence.sample',
  'evidence.answer',
  'room.open',
  'redaction.make',
  'room.log',
  'webhook.add',
  'template.simulate',
  'template.migrate',
  'mail.read',
  'note.read',
  'note.write',
  'approval.request',
  'approval.give',
  'file.upload',
  'file.read',
  'link.issue',
];

/** Those who run the system, and those who run a programme. */
export const OFFICE_ROWS: readonly PolicyRow[] = [
  {
    role: 'administrator',
    on: ANYWHERE,
    may: ACTIONS.filter((action) => !CONTENT.includes(action)),
    sees: ['course', 'nomination', 'placement', 'contract', 'sender', 'network', 'figures'],
    because:
      "Runs the system: accounts, imports, repairs, deadlines. What people wrote, scores, notes, complaints and personal details are not needed for that; emergency access opens one journey, with a reason and everybody's knowledge.",
  },
  {
    role: 'coordinator',
    on: ['programme'],
    may: COORDINATION,
    sees: ALL_TOPICS.filter((topic) => !CONFIDENTIAL.includes(topic)),
    because:
      'Carries the programme and its people from nomination to follow-up, so sees all of it but what a complaint says: that may be about the coordinator.',
  },
  {
    role: 'coordinator',
    duty: 'complaints',
    on: ['programme'],
    may: ['complaint.read', 'complaint.answer'],
    sees: CONFIDENTIAL,
    because: 'Named for the confidential channel: receives complaints, acknowledges and answers them.',
  },
  {
    role: 'coordinator',
    on: ANYWHERE,
    may: [
      'template.read',
      'template.draft',
      'deputy.manage',
      'emergency.open',
      'account.own',
      'token.manage',
      'webhook.manage',
      'policy.read',
      'directory.read',
      'event.watch',
    ],
    sees: [],
    because:
      'Own account and working tools; and, when somebody is in danger, one journey elsewhere with a reason.',
  },
];
