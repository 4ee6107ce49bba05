import type { JsonObject } from '@lotse/domain';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command, day, line, nominate, person, PROJECT, reserve } from './journeys/project';

const CANARY = 'Kanarienvogel';
let songs = 0;
/** A free text that stands nowhere else. */
const song = (): string => `${CANARY} Жаңыбай ${(songs += 1)}`;

const PERSON = person('p1', { givenName: song(), familyName: song(), bornOn: '1997-03-14' });
const LINES: readonly JsonObject[] = [
  PERSON,
  { ...PERSON, nationality: 'KZ' },
  {
    type: 'interview',
    id: 'iv-1',
    programme: 'glass',
    round: 'final',
    respondent: 'p1',
    respondentKind: 'student',
    on: day(0),
    quotes: [song(), song()],
  },
  {
    type: 'interview',
    id: 'iv-2',
    programme: 'glass',
    round: 'final',
    respondent: 'p-later',
    respondentKind: 'student',
    on: day(0),
    quotes: [song()],
  },
  line({ ...nominate('j1', 'p1'), data: { ...(nominate('j1', 'p1').data as JsonObject), subject: song() } }),
  line(reserve('j1', 'pl-1', { goal: song(), supervision: song(), legalRelation: song() })),
  line(command('j1', 'record-housing', 'coordinator', { place: song() }, { id: 'housing' })),
  line(command('j1', 'cancel-placement', 'coordinator', { placement: 'pl-1', reason: song() })),
  line(
    command('j1', 'correct', 'coordinator', {
      supersedes: 'housing',
      data: { place: song() },
      reason: song(),
      approvedBy: 'admin',
    }),
  ),
  line(command('j1', 'withdraw', 'candidate', { reason: song() })),
];

describe('personal data in the database', () => {
  let database: JourneysDatabase;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    const answers = await database.importObjects(...PROJECT, ...LINES);
    expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
  });
  afterAll(() => database.close());

  /** Every row of every table as text; bytes as hex and as what they say. */
  async function everything(): Promise<string> {
    const texts: string[] = [];
    for (const table of Object.keys(await database.rows())) {
      const rows: Record<string, unknown>[] = await database.dataSource.query(`SELECT * FROM "${table}"`);
      for (const value of rows.flatMap((row) => Object.values(row)))
        texts.push(Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value));
    }
    return texts.join('\n');
  }

  it('stands nowhere in clear: neither names, nor the birthday, nor any free text', async () => {
    const clear = await everything();
    const needles = [CANARY, 'Жаңыбай', '1997-03-14'].flatMap((needle) => [
      needle,
      JSON.stringify(needle)
        .slice(1, -1)
        .replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
      Buffer.from(needle).toString('base64').replace(/=+$/, '').slice(0, -2),
      Buffer.from(needle).toString('hex'),
    ]);
    expect(needles.filter((needle) => clear.includes(needle))).toEqual([]);
    // What the search reads is the database: ids and codes of the same lines are found.
    expect(['"p1"', 'pl-1', 'record-housing'].filter((needle) => !clear.includes(needle))).toEqual([]);
  });

  it('is told again where it belongs, a correction’s unchanged text too', async () => {
    const timeline = (await database.journeys.timeline('j1')) ?? [];
    const texts = timeline.flatMap(
      ({ data, correction }) => JSON.stringify({ data, correction }).match(/Kanarienvogel/g) ?? [],
    );
    expect(texts).toHaveLength(1 + 3 + 1 + 1 + 2 + 1);
  });

  it('of partners who were interviewed stays readable, for it is of no person', async () => {
    await database.importObjects({
      type: 'interview',
      id: 'iv-3',
      programme: 'glass',
      round: 'final',
      respondent: 'company-1',
      respondentKind: 'company',
      on: day(0),
      quotes: ['well done'],
    });
    expect(
      await database.dataSource.query(
        `SELECT body -> 'quotes' AS quotes, secret FROM record WHERE id = 'iv-3'`,
      ),
    ).toEqual([{ quotes: ['well done'], secret: null }]);
  });

  it('does not open at another place or with another person’s key', async () => {
    await database.dataSource.query(
      `UPDATE fact SET secret = (SELECT secret FROM fact WHERE journey_id = 'j1' AND version = 1) WHERE version = 2`,
    );
    await expect(database.journeys.timeline('j1')).rejects.toThrow('does not open');
  });
});
