import type { Role } from '@lotse/domain';
import type { Action } from '../actions';
import { ANYWHERE, type PolicyRow } from './policy-row';

/** What everybody does who takes part in a journey. */
const TAKING_PART: readonly Action[] = [
  'journey.list',
  'journey.read',
  'journey.timeline',
  'command.submit',
  'command.preview',
  'inbox.read',
  'note.read',
  'note.write',
  'file.upload',
  'file.read',
];

const ownAccount = (role: Role): PolicyRow => ({
  role,
  on: ANYWHERE,
  may: [
    'account.own',
    'token.manage',
    'policy.read',
    'template.read',
    'deputy.manage',
    'directory.read',
    'event.watch',
  ],
  sees: [],
  because: 'Own account, and the rules as they stand.',
});

/** The candidate, and the organisations and people of a journey. */
export const PARTY_ROWS: readonly PolicyRow[] = [
  {
    role: 'candidate',
    on: ['own'],
    may: [...TAKING_PART, 'complaint.file', 'complaint.read', 'subject.export'],
    sees: [
      'course',
      'nomination',
      'selection',
      'commitment',
      'placement',
      'pay',
      'contract',
      'title',
      'recognition',
      'arrival',
      'fairness',
      'complaint',
      'complaint-text',
      'participation',
      'retention',
      'name',
      'identity',
      'contact-data',
    ],
    because:
      "It is their own way. Scores by assessor and others' internal words are protected as the opinions of those who gave them; the right of access to personal data goes through the data-protection lead.",
  },
  {
    role: 'candidate',
    on: ['own'],
    may: [],
    sees: ['check-in', 'check-in-note', 'evaluation', 'reason'],
    ownSide: true,
    because: 'Their own check-ins, evaluations and reasons.',
  },
  ownAccount('candidate'),
  {
    role: 'company',
    on: ['organisation', 'assigned'],
    may: [...TAKING_PART, 'inbox.snooze'],
    sees: ['course'],
    because: 'A candidate was offered to it or is with it; other candidates do not exist for it.',
  },
  {
    role: 'company',
    on: ['organisation', 'assigned'],
    may: [],
    sees: ['placement', 'pay', 'contract', 'evaluation', 'fairness', 'retention', 'reason'],
    ownSide: true,
    because:
      "Its own placements, contracts, evaluations and words; never those of another company, whose terms are that one's business.",
  },
  {
    role: 'company',
    on: ['organisation', 'assigned'],
    may: [],
    sees: ['name', 'nomination', 'recognition'],
    opens: 'matched',
    purpose: 'company-sharing',
    because:
      'Who comes, what they study and how well they speak: from the match on, so that nobody is chosen by name or origin before.',
  },
  {
    role: 'company',
    on: ['organisation', 'assigned'],
    may: [],
    sees: ['contact-data', 'title', 'arrival'],
    opens: 'agreed',
    purpose: 'company-sharing',
    because:
      'Once it has agreed it prepares the arrival and must check the title (§ 4a AufenthG). Never scores, check-ins or complaints.',
  },
  ownAccount('company'),
  {
    role: 'mentor',
    on: ['assigned'],
    may: TAKING_PART,
    sees: ['course'],
    because: 'Looks after the person at work.',
  },
  {
    role: 'mentor',
    on: ['assigned'],
    may: [],
    sees: ['name', 'contact-data', 'recognition', 'arrival'],
    purpose: 'company-sharing',
    because: 'So must know who it is and how to reach them, while the candidate is shown to companies.',
  },
  {
    role: 'mentor',
    on: ['assigned'],
    may: [],
    sees: ['placement', 'evaluation', 'check-in', 'check-in-note', 'reason'],
    ownSide: true,
    because:
      'The assigned placement and what the mentor wrote about it. No pay: that is between company and candidate.',
  },
  ownAccount('mentor'),
  {
    role: 'university',
    on: ['organisation'],
    may: [...TAKING_PART, 'person.nominate'],
    sees: ['course', 'nomination', 'name', 'identity'],
    because: 'Its own nominees: whom it nominated itself, also as the first to name them.',
  },
  {
    role: 'university',
    on: ['organisation'],
    may: [],
    sees: ['selection', 'commitment', 'placement', 'contract', 'recognition', 'contact', 'contact-data'],
    purpose: 'partner-country',
    because:
      'How far they are and where, transferred to the partner country. Pay and contract figures are not its business.',
  },
  {
    role: 'university',
    on: ['organisation'],
    may: [],
    sees: ['reason'],
    ownSide: true,
    because: 'Its own reasons.',
  },
  ownAccount('university'),
  {
    role: 'assessor',
    on: ['programme', 'assigned'],
    may: ['journey.list', 'journey.read', 'command.submit', 'command.preview', 'inbox.read'],
    sees: ['course', 'nomination', 'recognition'],
    opens: 'undecided',
    because: 'Judges what a candidate brings, while the selection is open. No name: judged is the work.',
  },
  {
    role: 'assessor',
    on: ['assigned'],
    may: ['journey.read'],
    sees: ['course', 'score'],
    opens: 'scored',
    because: "Other scores only after one's own: nobody peeks.",
  },
  ownAccount('assessor'),
  {
    role: 'municipality',
    on: ['organisation'],
    may: [
      'journey.list',
      'journey.read',
      'journey.timeline',
      'command.submit',
      'command.preview',
      'inbox.read',
      'note.read',
      'note.write',
    ],
    sees: ['course', 'arrival', 'name', 'contact-data'],
    because:
      'Receives those who come to live there: arrival, housing, registration, family. Nothing of work, pay or selection.',
  },
  ownAccount('municipality'),
];
