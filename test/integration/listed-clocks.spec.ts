import { allClocks, TEMPLATES } from '@lotse/domain';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';
import { agree, command, consent, day, line, nominate, person, PROJECT, reserve } from './journeys/project';

interface Row {
  readonly code: string;
  readonly due_on: string;
  readonly who: string;
  readonly stopped: boolean;
}

describe('what is due, as rows', () => {
  let database: JourneysDatabase;

  const rowsOf = async (table: string, journey: string): Promise<Row[]> => {
    const found: { row: Row }[] = await database.dataSource.query(
      `SELECT to_jsonb(${table}) AS row FROM ${table} WHERE journey_id = $1 ORDER BY due_on, to_jsonb(${table}) ->> 'code'`,
      [journey],
    );
    return found.map(({ row }) => row);
  };
  const clocksOf = async (journey: string): Promise<string[]> =>
    (await rowsOf('journey_clock', journey)).map(({ code, due_on: dueOn }) => `${code} ${dueOn}`);

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT, person('p1'), person('p2'), person('p3'), person('p4'));
    for (const id of ['1', '2', '3', '4'])
      await database.submit(nominate(`j${id}`, `p${id}`, { on: day(-20) }));
  });
  afterAll(() => database.close());

  it('names each open clock with its day and who it is for, and each guard of the next stage', async () => {
    expect(await rowsOf('journey_clock', 'j1')).toMatchObject([
      { code: 'nomination', due_on: day(1), who: 'coordinator', kind: 'R', stopped: false },
    ]);
    const tasks = await rowsOf('journey_task', 'j1');
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: 'guard', who: 'candidate', blocks: 'SEL', due_on: day(1) }),
    );
  });

  it('takes the guard off the list in the command that meets it', async () => {
    const asked = async (): Promise<boolean> =>
      (await rowsOf('journey_task', 'j2')).some(({ who }) => who === 'candidate');
    expect(await asked()).toBe(true);
    await database.submit(consent('j2'));
    expect(await asked()).toBe(false);
  });

  it('shows a stopped clock as stopped, an extended one on its new day, and nothing in a void journey', async () => {
    await database.submit(
      command('j3', 'stop-clock', 'coordinator', { clock: 'nomination', reason: 'illness' }),
    );
    expect(await rowsOf('journey_clock', 'j3')).toMatchObject([{ code: 'nomination', stopped: true }]);
    await database.submit(command('j3', 'resume-clock', 'coordinator', { clock: 'nomination' }));
    await database.submit(
      command('j3', 'extend-clock', 'coordinator', { clock: 'nomination', until: day(9), reason: 'agreed' }),
    );
    expect(await clocksOf('j3')).toEqual([`nomination ${day(9)}`]);
    await database.submit(
      command('j3', 'void', 'coordinator', { reason: 'twice', approvedBy: 'administrator' }),
    );
    expect(await clocksOf('j3')).toEqual([]);
    expect(await rowsOf('journey_task', 'j3')).toEqual([]);
  });

  it('are the clocks that the facts give, after every command of the reference cohort', async () => {
    await database.importText(referenceFile());
    const { journeys } = await database.journeys.listJourneys({ programme: 'kg-glass-2023', limit: 100 });
    expect(journeys.length).toBeGreaterThan(10);
    for (const { id } of journeys) {
      const { state } = (await database.journeys.getJourney(id)) ?? {};
      const template = TEMPLATES.get(state?.template ?? '');
      if (state === undefined || template === undefined) throw new Error(`Journey ${id} cannot be read`);
      const expected = allClocks(state, template);
      expect(await clocksOf(id)).toEqual(expected.map(({ code, dueOn }) => `${code} ${dueOn}`));
    }
  });

  it('keep the route of a stay and its last day, so that months add up over the journeys of a person', async () => {
    await database.importObjects(
      line(
        reserve(
          'j4',
          'stay-1',
          { from: day(-19), to: day(60), route: '15-6', monthlyPayEur: 3000 },
          { on: day(-20) },
        ),
      ),
      line(agree('j4', 'stay-1', { on: day(-19) })),
    );
    const [row]: unknown[] = await database.dataSource.query(
      `SELECT route, binding, stayed FROM placement WHERE id = 'stay-1'`,
    );
    expect(row).toEqual({ route: '15-6', binding: true, stayed: false });
  });
});
