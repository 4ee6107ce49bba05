import { eventually } from '@lotse/testing';
import { addDays } from '@lotse/domain';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command, consent, day, nominate, person, PROJECT } from './journeys/project';

/** An instant on a day of the test's calendar, at noon in UTC. */
const noonOf = (offset: number): string => `${day(offset)}T12:00:00.000Z`;

describe('driving journeys', () => {
  let database: JourneysDatabase;
  let people = 0;

  /** A nominated person; the journey's first clock is due 21 days after `on`. */
  async function nominated(journey: string, on = day(0)): Promise<void> {
    people += 1;
    const id = `p${people}`;
    await database.importObjects(person(id));
    await database.submit(nominate(journey, id, { on }));
  }
  const driverOf = async (journey: string): Promise<unknown> => {
    const [row]: unknown[] = await database.dataSource.query(
      'SELECT seen_version, next_due, seen_at FROM driver WHERE journey_id = $1',
      [journey],
    );
    return row;
  };
  const wakes = async (): Promise<string[]> => {
    const rows: { journey_id: string }[] = await database.dataSource.query(
      'SELECT journey_id FROM wake ORDER BY 1',
    );
    return rows.map((row) => row.journey_id);
  };

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT);
  });
  beforeEach(() => database.dataSource.query('TRUNCATE wake, driver'));
  afterAll(() => database.close());

  describe('a workflow that observes', () => {
    it('is told stage, phase, who is waited for and the clocks, and what it read is noted', async () => {
      await nominated('seen');
      const at = new Date(`${addDays(day(21), 1)}T00:00:00Z`);
      const view = await database.journeys.observe('seen', noonOf(0));
      expect(view).toEqual({
        version: 1,
        stage: 'NOM',
        phase: 'universitySelection',
        open: true,
        programme: 'glass',
        waitingOn: ['candidate'],
        clocks: [{ code: 'nomination', dueOn: day(21), at: expect.any(String) }],
      });
      const due = new Date(view?.clocks[0]?.at ?? '');
      // Midnight in Berlin is one or two hours before that of UTC.
      expect((at.getTime() - due.getTime()) / 3_600_000).toBeGreaterThanOrEqual(1);
      expect((at.getTime() - due.getTime()) / 3_600_000).toBeLessThanOrEqual(2);
      expect(await driverOf('seen')).toEqual({
        seen_version: 1,
        next_due: due,
        seen_at: new Date(noonOf(0)),
      });
    });

    it('is told that nothing is left when the journey is closed', async () => {
      await nominated('closing');
      await database.submit(
        command('closing', 'close', 'coordinator', { outcome: 'other', party: 'company', returnable: true }),
      );
      expect(await database.journeys.observe('closing', noonOf(0))).toMatchObject({
        open: false,
        clocks: [],
        waitingOn: [],
      });
      expect(await driverOf('closing')).toMatchObject({ seen_version: 2, next_due: null });
    });

    it('is told of a clock of law that outlives the close, until it has fired', async () => {
      await nominated('rejected', day(-10));
      await database.submit(
        command(
          'rejected',
          'decide-selection',
          'coordinator',
          { outcome: 'rejected', reason: 'score' },
          { on: day(0) },
        ),
      );
      await database.submit(
        command('rejected', 'close', 'coordinator', {
          outcome: 'other',
          party: 'programme',
          returnable: true,
        }),
      );
      const view = await database.journeys.observe('rejected', noonOf(0));
      expect(view).toMatchObject({ open: true, waitingOn: [], clocks: [{ code: 'file-of-rejected' }] });
      const [clock] = view?.clocks ?? [];
      const late = noonOf(300);
      expect(
        await database.journeys.fireClock('rejected', 'file-of-rejected', clock?.dueOn ?? '', late),
      ).toBe('fired');
      expect(await database.journeys.observe('rejected', late)).toMatchObject({ open: false, clocks: [] });
    });

    it('is woken for a clock that nobody waits for, as after an upgrade', async () => {
      await nominated('upgraded', day(-10));
      await database.journeys.observe('upgraded', noonOf(0));
      await database.dataSource.query(`DELETE FROM wake`);
      await database.dataSource.query(`UPDATE driver SET next_due = NULL WHERE journey_id = 'upgraded'`);
      await database.journeys.sweepLagging(noonOf(0));
      const woken = await database.dataSource.query<{ journey_id: string }[]>(`SELECT journey_id FROM wake`);
      expect(woken.map((row) => row.journey_id)).toContain('upgraded');
    });

    it('is told when there is no such journey', async () => {
      expect(await database.journeys.observe('nowhere', noonOf(0))).toBeNull();
    });
  });

  describe('a clock', () => {
    const fire = (journey: string, dueOn: string, now: string) =>
      database.journeys.fireClock(journey, 'nomination', dueOn, now);

    it('fires once it is due, and the timeline holds it once though it is fired again, on a later day too', async () => {
      await nominated('firing');
      expect(await fire('firing', day(21), noonOf(21))).toBe('not-open');
      expect(await fire('firing', day(21), noonOf(22))).toBe('fired');
      expect(await fire('firing', day(21), noonOf(22))).toBe('fired');
      expect(await fire('firing', day(21), noonOf(25))).toBe('fired');
      const fired = (await database.journeys.timeline('firing'))?.filter(
        ({ kind }) => kind === 'clock-fired',
      );
      expect(fired).toMatchObject([
        {
          commandId: `clock.firing.nomination.${day(21)}`,
          by: { role: 'system' },
          submittedBy: 'system',
          happenedOn: day(22),
          data: { clock: 'nomination', dueOn: day(21), effect: 'remind', overdue: false },
        },
      ]);
      expect((await database.journeys.observe('firing', noonOf(22)))?.clocks).toEqual([]);
    });

    it('fires once when two workers fire it at the same moment', async () => {
      await nominated('twice');
      const outcomes = await Promise.all([1, 2, 3].map(() => fire('twice', day(21), noonOf(22))));
      expect(outcomes).toEqual(['fired', 'fired', 'fired']);
      expect(await database.journeys.getJourney('twice')).toMatchObject({ version: 2 });
    });

    it('is not open on another day, in a closed journey or in none', async () => {
      await nominated('other');
      expect(await fire('other', day(20), noonOf(30))).toBe('not-open');
      await database.submit(
        command('other', 'close', 'coordinator', { outcome: 'other', party: 'company', returnable: true }),
      );
      expect(await fire('other', day(21), noonOf(30))).toBe('not-open');
      expect(await fire('nowhere', day(21), noonOf(30))).toBe('not-open');
    });

    it('fires though it was due more than a year ago, marked as overdue', async () => {
      people += 1;
      await database.importObjects(
        { ...PROJECT[0], from: day(-900) },
        { ...PROJECT[4], from: day(-900) },
        person(`p${people}`),
        { type: 'command', ...nominate('old', `p${people}`, { on: day(-800) }) },
      );
      const [clock] = (await database.journeys.observe('old', noonOf(0)))?.clocks ?? [];
      expect(clock).toMatchObject({ dueOn: day(-779) });
      expect(await fire('old', day(-779), noonOf(0))).toBe('fired');
      const fact = (await database.journeys.timeline('old'))?.at(-1);
      expect(fact).toMatchObject({ kind: 'clock-fired', data: { overdue: true } });
    });

    it('is Lotse’s own: nobody else fires it', async () => {
      await nominated('own');
      const data = { clock: 'nomination', dueOn: day(-1), effect: 'remind' };
      const answer = await database.submit(command('own', 'fire-clock', 'system', data));
      expect(answer).toMatchObject({ result: 'refused', refusal: { code: 'actor-not-allowed' } });
    });
  });

  describe('the sweep', () => {
    it('wakes journeys never read, read at an older version, or with a clock that is past, and no others', async () => {
      for (const id of ['never', 'behind', 'due', 'fine']) await nominated(`sweep-${id}`);
      const { journeys } = await database.journeys.listJourneys({ limit: 100 });
      for (const { id } of journeys) if (id !== 'sweep-never') await database.journeys.observe(id, noonOf(0));
      await database.submit(consent('sweep-behind'));
      await database.dataSource.query(`UPDATE driver SET next_due = $1 WHERE journey_id = 'sweep-due'`, [
        noonOf(-1),
      ]);
      await database.dataSource.query('TRUNCATE wake');
      expect(await database.journeys.sweepLagging(noonOf(0))).toBe(3);
      expect(await wakes()).toEqual(['sweep-behind', 'sweep-due', 'sweep-never']);
    });

    it('wakes every open journey on resume', async () => {
      await nominated('resumed');
      await database.dataSource.query('TRUNCATE wake');
      const open = (await database.journeys.listJourneys({ limit: 100 })).journeys.filter((row) => row.open);
      expect(await database.journeys.resumeAll()).toBe(open.length);
      expect(await wakes()).toEqual(open.map(({ id }) => id));
      expect(await database.stores.wakes.pending()).toBe(open.length);
    });
  });

  describe('wakes', () => {
    const claim = () => database.stores.wakes.claim(10, 60_000);

    it('are claimed by one relay at a time, and again when the journey moves on', async () => {
      await nominated('claimed');
      expect(await claim()).toEqual([{ journeyId: 'claimed', version: 1, phase: 'universitySelection' }]);
      expect(await claim()).toEqual([]);
      await database.submit(consent('claimed'));
      expect(await claim()).toMatchObject([{ journeyId: 'claimed', version: 2 }]);
    });

    it('stay when the journey has moved on since, and go when it has not', async () => {
      await nominated('moving');
      await claim();
      await database.submit(consent('moving'));
      await database.stores.wakes.done('moving', 1);
      expect(await wakes()).toEqual(['moving']);
      await database.stores.wakes.done('moving', 2);
      expect(await wakes()).toEqual([]);
    });

    it('come free when the relay that held them is gone', async () => {
      await nominated('left');
      await database.stores.wakes.claim(10, 1);
      const again = await eventually(claim, (claimed) => claimed.length > 0);
      expect(again).toMatchObject([{ journeyId: 'left' }]);
    });

    it('are each claimed once by relays that look at the same moment', async () => {
      for (let number = 0; number < 12; number += 1) await nominated(`many-${number}`);
      const claimed = await Promise.all([1, 2, 3, 4].map(() => database.stores.wakes.claim(5, 60_000)));
      const ids = claimed.flat().map(({ journeyId }) => journeyId);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('are hinted at after a commit', async () => {
      let hints = 0;
      const stop = await database.stores.wakes.listen(() => (hints += 1));
      try {
        await nominated('hinted');
        expect(
          await eventually(
            () => hints,
            (seen) => seen > 0,
          ),
        ).toBeGreaterThan(0);
      } finally {
        await stop();
      }
    });

    it('are hinted at again after the connection was lost, since words may have been missed', async () => {
      let hints = 0;
      const stop = await database.stores.wakes.listen(() => (hints += 1));
      try {
        await database.dataSource.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name = 'wakes' AND datname = current_database()`,
        );
        expect(
          await eventually(
            () => hints,
            (seen) => seen > 0,
          ),
        ).toBeGreaterThan(0);
      } finally {
        await stop();
      }
    });
  });
});
