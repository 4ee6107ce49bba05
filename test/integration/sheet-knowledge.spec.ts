import { RecordBuilder } from './sheet/record-builder';
import { openSheetDatabase, type SheetDatabase } from './sheet/sheet-database';

const FIRST = '2024-03-01T09:00:00Z';
const LATER = '2024-04-10T09:00:00Z';
const BEFORE = '2024-04-10T08:59:59Z';
const DAY = '2024-02-28';
const ARRIVED_LATE = { recordedAt: LATER };

const record = (): RecordBuilder => new RecordBuilder('prog', FIRST);

describe('what the sheet knew', () => {
  let database: SheetDatabase;
  let told: RecordBuilder;

  beforeAll(async () => {
    database = await openSheetDatabase('2024-12-01T12:00:00Z');
  });
  afterAll(() => database.close());
  beforeEach(() => {
    told = record();
  });

  /** The figure before and after the later recording became known, and now. */
  async function knowledge(
    figure: 'commitmentsSigned' | 'contractsPrepared' | 'workMonths' | 'students',
    asOf = DAY,
  ) {
    await database.holds(told.rows);
    const [before, after, now] = [
      await database.sheet(asOf, BEFORE),
      await database.sheet(asOf, LATER),
      await database.sheet(asOf),
    ];
    expect(now).toEqual(after);
    return [before[figure], after[figure]];
  }

  it('counts a fact recorded late from the moment it was recorded, on the day it happened', async () => {
    told.journey('anna').on('2024-02-01', 'sign-commitment', {}, ARRIVED_LATE);
    expect(await knowledge('commitmentsSigned')).toEqual([0, 1]);
    expect(await knowledge('commitmentsSigned', '2024-01-31')).toEqual([0, 0]);
  });

  it('shows the old fact until its correction was recorded', async () => {
    told
      .journey('anna')
      .worked('pl', '2024-01', [20, 22], '2024-02-01')
      .correct('confirm-month', { data: { workedDays: 11 }, ...ARRIVED_LATE });
    expect(await knowledge('workMonths')).toEqual(['10/11', '1/2']);
  });

  it('moves a fact to its corrected day', async () => {
    told
      .journey('anna')
      .on('2024-02-01', 'sign-commitment')
      .correct('sign-commitment', { happenedOn: '2024-02-10', ...ARRIVED_LATE });
    expect(await knowledge('commitmentsSigned', '2024-02-05')).toEqual([1, 0]);
    expect(await knowledge('commitmentsSigned', '2024-02-10')).toEqual([1, 1]);
  });

  it('keeps the place of a corrected fact in the order of its day', async () => {
    told
      .journey('anna')
      .on('2024-02-01', 'sign-commitment')
      .on('2024-02-01', 'withdraw-commitment')
      .correct('sign-commitment', { data: { evidence: 'scan-2' }, ...ARRIVED_LATE });
    expect(await knowledge('commitmentsSigned')).toEqual([0, 0]);
  });

  it('takes a struck fact out and puts nothing in its place', async () => {
    told
      .journey('anna')
      .on('2024-02-01', 'sign-commitment')
      .correct('sign-commitment', { struck: true, ...ARRIVED_LATE });
    expect(await knowledge('commitmentsSigned')).toEqual([1, 0]);
  });

  it('lets the fact before a struck withdrawal hold again', async () => {
    told
      .journey('anna')
      .on('2024-02-01', 'sign-commitment')
      .on('2024-02-02', 'withdraw-commitment')
      .correct('withdraw-commitment', { struck: true, ...ARRIVED_LATE });
    expect(await knowledge('commitmentsSigned')).toEqual([0, 1]);
  });

  it('follows a correction of a correction', async () => {
    told
      .journey('anna')
      .worked('pl', '2024-01', [20, 20], '2024-02-01')
      .correct('confirm-month', { data: { workedDays: 10 } })
      .correct('confirm-month', { data: { workedDays: 5 }, ...ARRIVED_LATE });
    expect(await knowledge('workMonths')).toEqual(['1/2', '1/4']);
  });

  it('takes a void journey out of every day once that is known, also of days before it', async () => {
    told
      .journey('anna')
      .on('2024-02-01', 'decide-selection', { outcome: 'selected' })
      .on('2024-04-09', 'void', {}, ARRIVED_LATE);
    expect(await knowledge('students')).toEqual([1, 0]);
    expect(await knowledge('students', '2024-02-01')).toEqual([1, 0]);
  });

  it('takes a month out while it is contested and in again when it is confirmed anew', async () => {
    told
      .journey('anna')
      .worked('pl', '2024-01', [20, 20], '2024-02-01')
      .on('2024-02-05', 'contest-month', { placement: 'pl', month: '2024-01' })
      .worked('pl', '2024-01', [15, 20], '2024-02-10');
    await database.holds(told.rows);
    expect((await database.sheet('2024-02-04')).workMonths).toBe('1');
    expect((await database.sheet('2024-02-05')).workMonths).toBe('0');
    expect((await database.sheet('2024-02-10')).workMonths).toBe('3/4');
  });

  it('uses the version of a line that was known', async () => {
    told
      .line('partnership', 'p-1', { regions: ['Nordsachsen', 'Karakol'], from: '2024-01-01' })
      .line('partnership', 'p-1', { regions: ['Nordsachsen', 'Karakol'], from: '2024-06-01' }, ARRIVED_LATE)
      .line(
        'programme',
        'prog',
        { from: '2024-01-01', to: '2024-01-31', partnerCountries: ['DE'] },
        ARRIVED_LATE,
      )
      .trip('t-1', ['2024-02-01', '2024-02-02']);
    await database.holds(told.rows);
    const figures = ({
      regionalPartnerships,
      runtimeDays,
      workingDaysAbroad,
    }: Awaited<ReturnType<SheetDatabase['sheet']>>) => ({
      regionalPartnerships,
      runtimeDays,
      workingDaysAbroad,
    });
    expect(figures(await database.sheet(DAY, BEFORE))).toEqual({
      regionalPartnerships: 1,
      runtimeDays: 366,
      workingDaysAbroad: 2,
    });
    expect(figures(await database.sheet(DAY, LATER))).toEqual({
      regionalPartnerships: 0,
      runtimeDays: 31,
      workingDaysAbroad: 0,
    });
  });

  it('shows nothing but keys before anything was known', async () => {
    told.journey('anna').on('2024-02-01', 'sign-commitment');
    await database.holds(told.rows);
    expect(await database.sheet(DAY, '2024-02-29')).toMatchObject({
      commitmentsSigned: 0,
      workMonths: '0',
      runtimeDays: 0,
    });
  });

  describe('and up to when', () => {
    it('takes a day to its end in the zone of the programme', async () => {
      told
        .line('programme', 'prog', {
          from: '2024-01-01',
          to: '2024-12-31',
          partnerCountries: [],
          timeZone: 'Asia/Bishkek',
        })
        .journey('anna')
        .on('2024-02-01', 'sign-commitment', {}, { recordedAt: '2024-04-10T17:59:59.999Z' });
      told.journey('bek').on('2024-02-01', 'sign-commitment', {}, { recordedAt: '2024-04-10T18:00:00Z' });
      await database.holds(told.rows);
      expect((await database.sheet(DAY, '2024-04-09')).commitmentsSigned).toBe(0);
      expect((await database.sheet(DAY, '2024-04-10')).commitmentsSigned).toBe(1);
      expect((await database.sheet(DAY, '2024-04-11')).commitmentsSigned).toBe(2);
    });

    it('takes an instant with its zone, itself included', async () => {
      told.journey('anna').on('2024-02-01', 'sign-commitment', {}, { recordedAt: '2024-04-10T18:00:00Z' });
      await database.holds(told.rows);
      expect((await database.sheet(DAY, '2024-04-10T19:59:59+02:00')).commitmentsSigned).toBe(0);
      expect((await database.sheet(DAY, '2024-04-10T20:00:00+02:00')).commitmentsSigned).toBe(1);
    });

    it('means today in the zone of the programme, and now, where nothing is said', async () => {
      const { reader } = await evening();
      const answer = await reader.sheet({});
      expect(answer).toMatchObject({
        ok: true,
        value: { asOf: '2024-06-02', knownAt: '2024-06-01T22:30:00.000Z' },
      });
    });

    async function evening(): Promise<SheetDatabase> {
      const berlin = await openSheetDatabase('2024-06-01T22:30:00Z');
      opened.push(berlin);
      await berlin.holds(told.rows);
      return berlin;
    }
    const opened: SheetDatabase[] = [];
    afterAll(() => Promise.all(opened.map((other) => other.close())));
  });

  describe('answers a question it cannot take', () => {
    it.each([
      [{ programme: 'other' }, 'programme-unknown'],
      [{ asOf: '2024-02-30' }, 'as-of-invalid'],
      [{ asOf: 'tomorrow' }, 'as-of-invalid'],
      [{ knownAt: '2024-02-30' }, 'known-at-invalid'],
      [{ knownAt: '2024-02-01T10:00' }, 'known-at-invalid'],
    ])('%j with %s', async (query, code) => {
      await database.holds(told.rows);
      expect(await database.reader.sheet(query)).toMatchObject({ ok: false, problem: { code } });
    });

    it('an unknown figure with the names of those there are', async () => {
      expect(await database.reader.units({ figure: 'toString' })).toMatchObject({
        ok: false,
        problem: { code: 'figure-unknown', message: expect.stringContaining('contractsPrepared') },
      });
    });

    it('a left out programme where there is none, or more than one', async () => {
      await database.holds({ facts: [], records: [] });
      expect(await database.reader.sheet({})).toMatchObject({
        ok: false,
        problem: { code: 'programme-missing' },
      });
      await database.holds(
        told.line('programme', 'second', { from: '2024-01-01', to: '2024-01-31', partnerCountries: [] }).rows,
      );
      expect(await database.reader.sheet({})).toMatchObject({
        ok: false,
        problem: { code: 'programme-ambiguous', message: expect.stringContaining('prog, second') },
      });
      expect(await database.reader.sheet({ programme: 'second' })).toMatchObject({
        ok: true,
        value: { sheet: { runtimeDays: 31 } },
      });
    });
  });
});
