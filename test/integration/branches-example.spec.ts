import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JourneyDetail } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';

const FOLDER = join(__dirname, '../../examples/branches');
const file = (): string => readFileSync(join(FOLDER, 'branches.jsonl'), 'utf8');

/** What domain.md §3.4 demands of each branch, by the journey that shows it. */
const BRANCHES: readonly (readonly [number, string, object])[] = [
  [1, 'branch-01', { stage: 'NOM', status: 'closed', state: { selection: 'rejected' } }],
  [
    2,
    'branch-02',
    {
      stage: 'MAT',
      status: 'closed',
      state: { closure: { party: 'candidate' }, placements: { 'br-pl02': { cancelledOn: '2025-11-14' } } },
    },
  ],
  [3, 'branch-03', { stage: 'RET', status: 'on-hold', state: { contacts: { length: 3 } } }],
  [
    4,
    'branch-04',
    {
      stage: 'COM',
      status: 'open',
      state: { commitment: { refusedOn: '2025-10-23', waivedOn: '2025-10-28' } },
    },
  ],
  [
    5,
    'branch-05',
    {
      stage: 'RET',
      state: {
        language: { exams: { 'br-exam-1': { result: 'partly-passed' }, 'br-exam-2': { level: 'B1' } } },
      },
    },
  ],
  [
    6,
    'branch-06',
    {
      stage: 'MAT',
      status: 'open',
      state: {
        placements: { 'br-pl06': { cancelledOn: '2025-11-17' }, 'br-pl06-2': { company: 'br-company-2' } },
      },
    },
  ],
  [
    7,
    'branch-07',
    { stage: 'VIS', state: { stays: { 2: { refusal: { ground: 'means' }, steps: { refiled: {} } } } } },
  ],
  [
    8,
    'branch-08',
    { stage: 'VIS', state: { stays: { 2: { route: { code: '19c-2' }, steps: { 'agency-refused': {} } } } } },
  ],
  [
    9,
    'branch-09',
    {
      stage: 'VIS',
      state: {
        recognitions: { 'br-rec-09': { result: 'partial' } },
        stays: { 2: { route: { code: '16d' } } },
      },
    },
  ],
  [
    10,
    'branch-10',
    {
      stage: 'MAT',
      status: 'open',
      state: { placements: { 'br-pl10': { ended: { how: 'no-show' } }, 'br-pl10-2': {} } },
    },
  ],
  [
    11,
    'branch-11',
    {
      stage: 'EVA',
      state: {
        placements: {
          'br-pl11': {
            ended: { how: 'early', lastDay: '2026-02-13' },
            months: { '2025-12': 'confirmed', '2026-01': 'confirmed', '2026-02': 'confirmed' },
          },
        },
      },
    },
  ],
  [
    12,
    'branch-12',
    {
      stage: 'INT',
      state: {
        placements: { 'br-pl12': { ended: { how: 'early' } }, 'br-pl12-2': { startedOn: '2026-02-09' } },
      },
    },
  ],
  [13, 'branch-13', { stage: 'RET', state: { studies: { expectedDegreeOn: '2027-01-29' } } }],
  [
    14,
    'branch-14',
    {
      stage: 'CON',
      state: { contracts: { 'br-ct14': { retractedOn: '2026-07-06' }, 'br-ct14-2': { offered: {} } } },
    },
  ],
  [
    15,
    'branch-15',
    {
      stage: 'FUP',
      state: {
        employments: [{ ended: { how: 'quit' } }],
        retention: { P6M: { sameCompany: false, inGermany: false } },
      },
    },
  ],
  [16, 'branch-16', { stage: 'RET', status: 'open', state: { status: { on: '2026-09-21' } } }],
  [17, 'branch-17', { status: 'void' }],
  [17, 'branch-17-merged', { status: 'open', person: 'br-p17' }],
];

describe('examples/branches', () => {
  let database: JourneysDatabase;
  const journey = (id: string): Promise<JourneyDetail | null> => database.journeys.getJourney(id);

  beforeAll(async () => {
    database = await openJourneysDatabase();
    const answers = await database.importText(file());
    expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
  });
  afterAll(() => database.close());

  it('shows each of the 17 branches of domain.md §3.4', () => {
    expect([...new Set(BRANCHES.map(([branch]) => branch))]).toEqual(
      Array.from({ length: 17 }, (_, n) => n + 1),
    );
  });

  it.each(BRANCHES)('branch %i stands as it must in %s', async (_branch, id, demanded) => {
    expect(await journey(id)).toMatchObject(demanded);
  });

  it('changes nothing when it comes again', async () => {
    const rows = await database.rows();
    const answers = await database.importText(file());
    expect(new Set(answers.map(({ result }) => result))).toEqual(new Set(['repeated', 'unchanged']));
    expect(await database.rows()).toEqual(rows);
  });
});
