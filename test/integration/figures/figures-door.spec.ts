import { FIGURE_CATALOGUE, fractionText, type Dimension } from '@lotse/domain';
import { createFigureStore } from '@lotse/persistence';
import { FiguresNotReady } from '@lotse/persistence';
import type { FigureStore } from '@lotse/reports';
import { openJourneysDatabase, type JourneysDatabase } from '../journeys/journeys-database';
import { agree, command, day, line, nominate, person, PROJECT, reserve } from '../journeys/project';

describe('figures that commands leave', () => {
  let database: JourneysDatabase;
  let figures: FigureStore;

  const now = (): string => new Date(database.clock.now().getTime() + 1000).toISOString();
  const count = async (
    indicator: string,
    by: readonly Dimension[] = [],
    knownAt = now(),
  ): Promise<unknown> => {
    const cells = await figures.cells({
      programme: 'glass',
      moment: { asOf: day(0), knownAt },
      indicators: [indicator],
      by,
    });
    return Object.fromEntries(
      cells.map(({ at, value }) => [by.map((one) => at[one]).join(' '), fractionText(value)]),
    );
  };
  const deviations = async (): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const row of database.journeys.verifyFigures()) found.push(row);
    return found;
  };
  const given = async (...commands: Parameters<JourneysDatabase['submit']>[0][]): Promise<void> => {
    for (const one of commands) expect(await database.submit(one)).toMatchObject({ result: 'accepted' });
  };
  /** Knowledge of one moment ends before that of the next begins. */
  const goesOn = (): string => {
    const before = now();
    database.clock.skip(5000);
    return before;
  };

  beforeAll(async () => {
    database = await openJourneysDatabase();
    figures = createFigureStore(database.application, FIGURE_CATALOGUE);
    await database.importObjects(
      ...PROJECT,
      person('p1'),
      person('p2', { givenName: 'Айгүл', familyName: 'Осмонова', gender: 'female', nationality: 'KZ' }),
      person('p3', { gender: 'diverse' }),
    );
    await given(
      nominate('j1', 'p1', { on: day(-30) }),
      nominate('j2', 'p2', { on: day(-20) }),
      nominate('j3', 'p3', { on: day(-10) }),
      command(
        'j1',
        'decide-selection',
        'coordinator',
        { outcome: 'selected' },
        { on: day(-9), id: 'selected-1' },
      ),
      reserve('j1', 'pl-1', {}, { on: day(-8) }),
      agree('j1', 'pl-1', { on: day(-7) }),
    );
  });
  afterAll(() => database.close());
  afterEach(async () => {
    expect(await deviations()).toEqual([]);
  });

  it('are split by who the people are, and by where they are today', async () => {
    expect(await count('nominated', ['gender', 'country'])).toEqual({
      'male KG': '1',
      'female KZ': '1',
      'diverse KG': '1',
    });
    expect(await count('nominated', ['company'])).toEqual({ 'company-1': '1', unknown: '2' });
    expect(await count('nominated', ['stage', 'age-band'])).toEqual({ 'NOM 18-29': '3' });
    expect(await count('companies')).toEqual({ '': '1' });
  });

  it('follow a correction, and stay what they were for whoever asks with older knowledge', async () => {
    expect(await count('students')).toEqual({ '': '1' });
    const before = goesOn();
    await given(
      command('j1', 'correct', 'coordinator', {
        supersedes: 'selected-1',
        data: { outcome: 'waiting-list' },
        reason: 'typing error',
      }),
    );
    expect(await count('students')).toEqual({ '': '0' });
    expect(await count('students', [], before)).toEqual({ '': '1' });
  });

  it('count a person under what a new version of its record says, from when that is known', async () => {
    const before = goesOn();
    await database.importObjects(person('p3', { gender: 'female' }));
    expect(await count('nominated', ['gender'])).toEqual({ male: '1', female: '2' });
    expect(await count('nominated', ['gender'], before)).toEqual({ male: '1', female: '1', diverse: '1' });
  });

  it('take what an import tells of the past into the past', async () => {
    const before = goesOn();
    await database.importObjects(
      line({
        ...command('j3', 'withdraw', 'candidate', { reason: 'family' }, { on: day(-9) }),
        recordedAt: `${day(0)}T00:00:00.000Z`,
      }),
    );
    expect(await count('withdrawn')).toEqual({ '': '1' });
    expect(await count('withdrawn', [], before)).toEqual({ '': '1' });
  });

  it('count a person once who comes again, and two records of one person as one', async () => {
    goesOn();
    await given(nominate('j4', 'p3', { on: day(-1) }));
    expect(await count('nominated')).toEqual({ '': '3' });
    expect(await count('withdrawn')).toEqual({ '': '0' });
    const before = goesOn();
    await given(
      command('j2', 'close', 'coordinator', { outcome: 'left', party: 'candidate', returnable: true }),
    );
    goesOn();
    await given(
      command('j2', 'merge-person', 'administrator', { into: 'p1', reason: 'same', approvedBy: 'x' }),
    );
    expect(await count('nominated')).toEqual({ '': '2' });
    expect(await count('nominated', [], before)).toEqual({ '': '3' });
  });

  it('lose a void journey on every day, but not in older knowledge', async () => {
    const before = goesOn();
    await given(command('j1', 'void', 'coordinator', { reason: 'duplicate', approvedBy: 'second-person' }));
    expect(await count('companies')).toEqual({ '': '0' });
    expect(await count('companies', [], before)).toEqual({ '': '1' });
  });

  it('stay right when two journeys of one person are worked on at once', async () => {
    goesOn();
    const answers = await Promise.all([
      database.submit(
        command('j3', 'void', 'coordinator', { reason: 'duplicate', approvedBy: 'second-person' }),
      ),
      database.submit(command('j4', 'decide-selection', 'coordinator', { outcome: 'selected' })),
      database.submit(
        command('j4', 'score', 'assessor', { assessor: 'as-1', score: 61, conflictOfInterest: false }),
      ),
    ]);
    // Afterwards the rows are compared with a recount, as after each test.
    expect(answers.map(({ result }) => result)).toEqual(['accepted', 'accepted', 'accepted']);
    expect([await count('nominated'), await count('students')]).toEqual([{ '': '2' }, { '': '1' }]);
  });

  it('are found wanting where rows were changed, and made up for by a rebuild', async () => {
    const right = await count('nominated', ['gender']);
    await database.dataSource.query(
      `INSERT INTO figure_change (programme, person, series, on_day, known_from, amount, per, units, persons, cell)
       SELECT programme, person, series, on_day, known_from, 5, per, 1, 1, cell FROM figure_change WHERE series = 'nominated' LIMIT 1`,
    );
    expect(await deviations()).toHaveLength(1);
    for await (const _ of database.journeys.rebuildFigures()) continue;
    expect(await count('nominated', ['gender'])).toEqual(right);
  });

  it('are made by a round where an older release left none, and folded into months', async () => {
    const right = [await count('nominated', ['gender']), await count('nominated')];
    await database.dataSource.query(
      'TRUNCATE figure_change, figure_month, figure_split, figure_fold, person_trait',
    );
    await given(command('j4', 'give-consent', 'candidate', { consentVersion: '2023-10', language: 'ky' }));
    // Nobody is told a figure that is too low.
    await expect(count('nominated')).rejects.toThrow(FiguresNotReady);
    await expect(count('nominated', ['gender'])).rejects.toMatchObject({ code: 'figures-not-ready' });
    await database.journeys.refreshFigures();
    expect([await count('nominated', ['gender']), await count('nominated')]).toEqual(right);
  });
});
