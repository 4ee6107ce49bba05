import type { LookOptions, Size } from './console';

/** One picture of the tour: who looks at which page, and what they do there. */
export interface TourStop {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** User of the demo; absent: nobody is signed in. */
  readonly account?: string;
  readonly path: string;
  readonly size?: Size;
  readonly options?: LookOptions;
}

/** Every role's pages in the order in which somebody gets to know them. */
export const TOUR: readonly TourStop[] = [
  {
    name: 'sign-in',
    title: 'The way in',
    text: 'In the demo each made-up user is one click away. Elsewhere people sign in by password and second factor, passkey, their organisation’s own service, or a link for one form.',
    path: '/sign-in',
    options: { language: 'en' },
  },
  {
    name: 'coordinator-inbox',
    title: 'Coordinator: what is to be done',
    text: 'Earliest due first; each line says what, for whom, why, and what it blocks. Snooze, hand over or act in place.',
    account: 'demo-coordinator',
    path: '/inbox',
    options: { language: 'en' },
  },
  {
    name: 'coordinator-board',
    title: 'Coordinator: the board',
    text: 'A column for each stage. A card is moved by hand or by its menu; a move that is refused says what is missing and who can do it.',
    account: 'demo-coordinator',
    path: '/board',
  },
  {
    name: 'coordinator-cohort',
    title: 'Coordinator: the cohort',
    text: 'People by milestones, in the place of the spreadsheet.',
    account: 'demo-coordinator',
    path: '/cohort',
    options: { language: 'en' },
  },
  {
    name: 'coordinator-journey',
    title: 'Coordinator: one journey',
    text: 'Where it stands, what is next, who must act; the timeline in both times, documents, clocks, notes.',
    account: 'demo-coordinator',
    path: '/journeys/j02',
    options: { language: 'en' },
  },
  {
    name: 'coordinator-calendar',
    title: 'Coordinator: the calendar',
    text: 'Trips, interviews and meetings of the programme.',
    account: 'demo-coordinator',
    path: '/calendar',
    options: { language: 'en' },
  },
  {
    name: 'coordinator-setup',
    title: 'Coordinator: the set-up',
    text: 'The template as a table of stages with guards and deadlines in sentences; drafted, compared, simulated, published.',
    account: 'demo-coordinator',
    path: '/setup',
    options: { language: 'en' },
  },
  {
    name: 'company',
    title: 'Company: its candidates',
    text: 'Who was offered to it, who is with it, and what it has to do next.',
    account: 'demo-company-1',
    path: '/company',
  },
  {
    name: 'mentor-phone',
    title: 'Mentor: on a phone',
    text: 'The people at work, a check-in and the month in a few taps; without a network it is kept and sent later, once.',
    account: 'demo-mentor',
    path: '/mentees',
    size: 'phone',
  },
  {
    name: 'candidate-phone',
    title: 'Candidate: the own way, in Kyrgyz',
    text: 'Where I am, what comes next, what I do and what others do, in plain words.',
    account: 'demo-candidate',
    path: '/my-path',
    size: 'phone',
    options: { language: 'ky' },
  },
  {
    name: 'candidate-data-phone',
    title: 'Candidate: the own data',
    text: 'Consents one by one, everything to take along, who saw it, and the way out.',
    account: 'demo-candidate',
    path: '/my-data',
    size: 'phone',
    options: { language: 'ru' },
  },
  {
    name: 'university',
    title: 'University: its students',
    text: 'Nominate one or a list, see the answers and how far each of its own students is.',
    account: 'demo-university-1',
    path: '/university',
    options: { language: 'ru' },
  },
  {
    name: 'funder',
    title: 'Funder: the sheet',
    text: 'Reached against target, as of any day and as known at any day; small numbers are suppressed.',
    account: 'demo-funder',
    path: '/sheet',
  },
  {
    name: 'auditor-samples',
    title: 'Auditor: samples and rooms',
    text: 'A sample is drawn with a seed; findings, answers and outcomes stand beside each unit, and a room opens its evidence for some days.',
    account: 'demo-auditor',
    path: '/samples',
    options: { language: 'en' },
  },
  {
    name: 'data-protection',
    title: 'Data protection: requests',
    text: 'A copy of everything, an erasure with its preview, holds, receipts, and who saw whom.',
    account: 'demo-data-protection',
    path: '/data-requests?person=p02',
  },
  {
    name: 'municipality',
    title: 'Municipality: its tasks',
    text: 'What an office has to do for those who are named to it.',
    account: 'demo-municipality',
    path: '/inbox',
  },
  {
    name: 'administrator-accounts',
    title: 'Administration: people and rights',
    text: 'Who signs in, with which roles; invited, changed, signed out, disabled.',
    account: 'demo-administrator',
    path: '/accounts',
  },
  {
    name: 'administrator-system',
    title: 'Administration: how the system is',
    text: 'Each part with its state, and what helps where something is wrong.',
    account: 'demo-administrator',
    path: '/system',
  },
  {
    name: 'policy',
    title: 'The policy as a page',
    text: 'Who may do and see what, where, and why: the same table that decides.',
    account: 'demo-auditor',
    path: '/rights?role=all',
    options: { language: 'en' },
  },
  {
    name: 'law',
    title: 'The law as Lotse has it',
    text: 'Floors of pay, rules and deadlines on a day, each with its source. Not legal advice.',
    account: 'demo-coordinator',
    path: '/rules?on=2026-03-01',
    options: { dark: true },
  },
];

/** docs/tour.md: the pictures with what is to be seen. */
export const tourPage = (): string =>
  [
    '# A tour of the console',
    '',
    'Written by `npm run tour`, which starts Lotse with the reference cohort of made-up people on 2 September 2024, signs in as each user of the demo and takes the pictures.',
    'To walk it yourself: `npm run demo`, open the printed address and choose somebody. `npm run test:browser` walks it too and fails on serious findings of accessibility.',
    '',
    ...TOUR.flatMap(({ name, title, text }) => [
      `## ${title}`,
      '',
      text,
      '',
      `![${title}](tour/${name}.webp)`,
      '',
    ]),
  ].join('\n');
