/** What `lotse journey show` has to say of a journey of each failure branch of domain.md §3.4. */
interface ShownBranch {
  readonly branch: number;
  readonly journey: string;
  /** Stage and status, as the first line has them. */
  readonly stands: string;
  /** What is particular to the branch: pieces of axes, of what is to be done and of what has happened. */
  readonly says: readonly string[];
  /** How a clock's row begins, and the source it ends with; the note between hangs on today. */
  readonly clocks: readonly (readonly [row: string, source: string])[];
}

const TEMPLATE = 'de-uni-internship-hire@1';
const HOST = '§ 16e(1) no. 5 AufenthG';
const TITLE = '§ 81(4) AufenthG';

export const BRANCHES_SHOWN: readonly ShownBranch[] = [
  {
    branch: 1,
    journey: 'branch-01',
    stands: 'stage NOM (universitySelection), closed',
    says: [
      'closed since 2026-10-13 (not-selected, on the side of the programme)',
      'selection rejected',
      'br01-05 outcome waiting-list, reason Place 16 of 15',
      'br01-06 outcome rejected, reason',
    ],
    clocks: [['2027-04-12 file-of-rejected law review coordinator', '§ 15(4) AGG; § 61b ArbGG']],
  },
  {
    branch: 2,
    journey: 'branch-02',
    stands: 'stage MAT (internship), closed',
    says: [
      'closed since 2025-11-14 (withdrawn, on the side of the candidate)',
      'commitment issued 2025-10-20, withdrawn 2025-11-14',
      'opted in 2025-11-06, cancelled 2025-11-14',
      '2025-11-14 withdraw candidate br02-15 reason',
    ],
    clocks: [],
  },
  {
    branch: 3,
    journey: 'branch-03',
    stands: 'stage RET (contract), on-hold',
    says: [
      'contact phone 2026-10-20 not-reached, messenger 2026-10-23 not-reached, mail 2026-11-02 not-reached',
      'on hold 2026-11-04 to now',
    ],
    clocks: [
      ['2026-07-30 degree programme review university stands still', TEMPLATE],
      ['2026-08-27 host-undertaking-ends law review coordinator', HOST],
      ['2026-12-04 hold-unresponsive practice propose-close coordinator', 'domain.md §3.4'],
    ],
  },
  {
    branch: 4,
    journey: 'branch-04',
    stands: 'stage COM (commitment), open',
    says: [
      'commitment issued 2025-10-20, read 2025-10-22, refused 2025-10-23, waived 2025-10-28',
      'refuse-commitment candidate br04-09 textVersion sv-1, reason',
      'approvedBy second-coordinator',
    ],
    clocks: [['2025-11-27 commitment programme propose-close coordinator', TEMPLATE]],
  },
  {
    branch: 5,
    journey: 'branch-05',
    stands: 'stage RET (contract), open',
    says: [
      'language B1 wanted by 2026-12-31',
      'exam br-exam-1 B1 on 2026-05-16, attempt 1: partly-passed',
      'exam br-exam-2 B1 on 2026-12-12',
      'modules [{module:reading,passed:true},',
    ],
    clocks: [['2026-12-26 exam-result.br-exam-2 programme task coordinator', 'domain.md §3.5']],
  },
  {
    branch: 6,
    journey: 'branch-06',
    stands: 'stage MAT (internship), open',
    says: [
      'signed by company, candidate, university, cancelled 2025-11-17',
      'placement br-pl06-2 br-company-2 (Döbern) 2026-01-12 to 2026-03-31',
      '2025-11-17 cancel-placement coordinator br06-19 placement br-pl06, reason',
    ],
    clocks: [['2025-12-15 matching programme escalate company', TEMPLATE]],
  },
  {
    branch: 7,
    journey: 'branch-07',
    stands: 'stage VIS (contract), open',
    says: [
      'information-asked 2026-07-31, information-given 2026-08-05, refiled 2026-09-16, refused 2026-08-21 (means)',
      'contract br-ct07 br-company-1, 3450 € a month from 2027-01-04',
    ],
    clocks: [
      ['2026-10-07 visa-decision.2 law authority-late coordinator, company', '§ 31a(2) AufenthV'],
      ['2027-01-04 advice-notice.br-ct07 law escalate company, coordinator', '§ 45c AufenthG'],
    ],
  },
  {
    branch: 8,
    journey: 'branch-08',
    stands: 'stage VIS (contract), open',
    says: [
      'stay 2 § 19c-2, agency-asked 2026-07-03, agency-refused 2026-07-09',
      'Pay of at least 45630 € a year in contract br-ct08, which pays 41400 €',
      'stay 2, route 18b, fastTrack true',
      'stay 2, route 19c-2, fastTrack false',
    ],
    clocks: [['2026-09-01 advice-notice.br-ct08 law escalate company, coordinator', '§ 45c AufenthG']],
  },
  {
    branch: 9,
    journey: 'branch-09',
    stands: 'stage VIS (contract), open',
    says: ['stay 2 § 16d', 'recognition br-rec-09 federal-law, filed 2026-04-20, partial', 'deficits ['],
    clocks: [['2026-09-01 advice-notice.br-ct09 law escalate company, coordinator', '§ 45c AufenthG']],
  },
  {
    branch: 10,
    journey: 'branch-10',
    stands: 'stage MAT (internship), open',
    says: [
      'ended no-show, last day 2025-12-01',
      'placement br-pl10-2 br-company-2 (Döbern) 2026-02-02 to 2026-04-30',
      'contact phone 2025-12-05 reached',
    ],
    clocks: [
      ['2026-01-05 matching programme escalate company', TEMPLATE],
      ['2026-05-27 title-expiry.1 law escalate candidate, coordinator, company', TITLE],
    ],
  },
  {
    branch: 11,
    journey: 'branch-11',
    stands: 'stage EVA (internship), open',
    says: [
      'ended early, last day 2026-02-13, 2025-12 confirmed, 2026-01 confirmed, 2026-02 confirmed',
      'Find another place instead of br-pl11: reserve-placement',
      'supersedes 27 placement br-pl11, month 2026-01, workedDays 16, plannedDays 21',
    ],
    clocks: [
      ['2026-02-27 evaluation programme escalate coordinator', TEMPLATE],
      ['2026-08-13 host-undertaking-ends law review coordinator', HOST],
    ],
  },
  {
    branch: 12,
    journey: 'branch-12',
    stands: 'stage INT (internship), open',
    says: [
      'ended early, last day 2026-01-30, 2025-12 confirmed, 2026-01 confirmed',
      'placement br-pl12-2 br-company-2 (Döbern) 2026-02-09 to 2026-04-30',
      'started 2026-02-09, 2026-02 confirmed',
    ],
    clocks: [
      ['2026-04-30 agreed-end programme task mentor', TEMPLATE],
      ['2026-05-27 title-expiry.1 law escalate candidate, coordinator, company', TITLE],
    ],
  },
  {
    branch: 13,
    journey: 'branch-13',
    stands: 'stage RET (contract), open',
    says: [
      'degree expected 2027-01-29',
      '2026-03-06 leave-for-studies candidate br13-35 expectedDegreeOn 2026-06-30',
      '2026-06-08 leave-for-studies candidate br13-38 expectedDegreeOn 2027-01-29',
    ],
    clocks: [['2027-02-28 degree programme review university', TEMPLATE]],
  },
  {
    branch: 14,
    journey: 'branch-14',
    stands: 'stage CON (contract), open',
    says: [
      'signed by company, candidate, retracted 2026-07-06',
      'contract br-ct14-2 br-company-2, 3600 € a month from 2027-02-01',
      'One contract signed by company and candidate: sign-contract.',
      '2026-07-06 advance coordinator br14-48 to CON',
    ],
    clocks: [['2026-12-12 offer-answer programme task candidate', TEMPLATE]],
  },
  {
    branch: 15,
    journey: 'branch-15',
    stands: 'stage FUP (integrationFollowUp), open',
    says: [
      'work br-ct15 br-company-1, since 2025-09-02, ended quit, last day 2026-01-30',
      'retention P6M same company false, same region false, in Germany false',
      'leaverReason residence-law',
      'kind early-end, evidence br15-notice',
      'Find another place instead of br-ct15: reserve-placement',
    ],
    clocks: [['2026-08-17 title-expiry.2 law escalate candidate, coordinator, company', TITLE]],
  },
  {
    branch: 16,
    journey: 'branch-16',
    stands: 'stage RET (contract), open',
    says: [
      'At this stage since 2026-03-07, open since 2026-09-21',
      '2026-06-15 close coordinator br16-38 outcome left',
      '2026-09-21 reopen coordinator br16-39 reason',
    ],
    clocks: [['2026-07-30 degree programme review university', TEMPLATE]],
  },
  {
    branch: 17,
    journey: 'branch-17',
    stands: 'stage SEL (universitySelection), void',
    says: [
      'void since 2025-10-21',
      'selection selected',
      '2025-10-21 void coordinator br17-07 reason',
      'approvedBy second-coordinator',
    ],
    clocks: [],
  },
  {
    branch: 17,
    journey: 'branch-17-merged',
    stands: 'stage SEL (universitySelection), open',
    says: ['Person br-p17 in programme', 'merge-person administrator br17b-07 into br-p17'],
    clocks: [['2025-10-31 selection programme task coordinator', TEMPLATE]],
  },
];
