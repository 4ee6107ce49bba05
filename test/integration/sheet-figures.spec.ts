import type { Sheet } from '@lotse/domain';
import { RecordBuilder } from './sheet/record-builder';
import { openSheetDatabase, type SheetDatabase } from './sheet/sheet-database';

const MID = '2024-06-15';
const SELECTED = { outcome: 'selected' };

describe('a figure of the sheet', () => {
  let database: SheetDatabase;
  let told: RecordBuilder;

  beforeAll(async () => {
    database = await openSheetDatabase();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    told = new RecordBuilder();
  });

  async function sheet(asOf = MID): Promise<Sheet> {
    await database.holds(told.rows);
    return database.sheet(asOf);
  }

  describe('students', () => {
    it('follows the last decision of a person and stays when the journey closes', async () => {
      told
        .journey('anna')
        .on('2024-01-01', 'decide-selection', { outcome: 'waiting-list' })
        .on('2024-02-01', 'decide-selection', SELECTED);
      told.journey('bek').on('2024-01-01', 'decide-selection', SELECTED).on('2024-01-02', 'close');
      told.journey('cholpon').on('2024-01-01', 'decide-selection', { outcome: 'rejected' });
      expect((await sheet('2024-01-31')).units.students).toEqual(['bek']);
      expect((await sheet('2024-02-01')).units.students).toEqual(['anna', 'bek']);
    });

    it('counts a person once who comes back in a second journey', async () => {
      told.journey('anna').on('2024-01-01', 'decide-selection', SELECTED).on('2024-01-05', 'close');
      told.journey('anna', 'j-again').on('2024-02-01', 'decide-selection', SELECTED);
      expect((await sheet()).students).toBe(1);
    });

    it('leaves out facts of another programme', async () => {
      told.fact({
        journey: 'j-else',
        person: 'anna',
        programme: 'else',
        kind: 'decide-selection',
        happenedOn: '2024-01-01',
        data: SELECTED,
      });
      expect((await sheet()).students).toBe(0);
    });
  });

  describe('commitments signed', () => {
    it.each(['withdraw-commitment', 'withdraw'])('ends with %s, on that day', async (kind) => {
      told.journey('anna').on('2024-01-10', 'sign-commitment').on('2024-02-10', kind);
      expect((await sheet('2024-02-09')).commitmentsSigned).toBe(1);
      expect((await sheet('2024-02-10')).commitmentsSigned).toBe(0);
    });

    it('needs no countersignature and survives closing', async () => {
      told.journey('anna').on('2024-01-10', 'sign-commitment').on('2024-02-10', 'close');
      expect((await sheet()).commitmentsSigned).toBe(1);
    });

    it('counts again when it is signed again', async () => {
      told
        .journey('anna')
        .on('2024-01-10', 'sign-commitment')
        .on('2024-02-10', 'withdraw-commitment')
        .on('2024-02-10', 'sign-commitment');
      expect((await sheet('2024-02-10')).commitmentsSigned).toBe(1);
    });
  });

  describe('companies', () => {
    it('count once they agreed to a placement, whoever has signed or started', async () => {
      told
        .journey('anna')
        .on('2024-01-10', 'reserve-placement', { placement: 'a', company: 'c1', site: 'Oschatz' });
      told.journey('bek').placed('2024-01-12', 'b', 'c2', 'Torgau');
      expect((await sheet()).units.companies).toEqual(['c2']);
    });

    it('do not count a placement cancelled before its start, from the day it was', async () => {
      told
        .journey('anna')
        .placed('2024-01-10', 'a', 'c1')
        .on('2024-01-20', 'cancel-placement', { placement: 'a' });
      expect((await sheet('2024-01-19')).companies).toBe(1);
      expect((await sheet('2024-01-20')).companies).toBe(0);
    });

    it('lose the placement of a candidate who withdraws before the start', async () => {
      told.journey('anna').placed('2024-01-10', 'a', 'c1').on('2024-01-20', 'withdraw');
      expect((await sheet('2024-01-19')).companies).toBe(1);
      expect((await sheet('2024-01-20')).companies).toBe(0);
    });

    it.each([
      ['started', 'start-internship'],
      ['ended as a no-show', 'end-placement'],
    ])('keep a placement that had %s before the candidate withdrew', async (_words, kind) => {
      told
        .journey('anna')
        .placed('2024-01-10', 'a', 'c1')
        .on('2024-01-20', kind, { placement: 'a' })
        .on('2024-01-20', 'withdraw');
      expect((await sheet()).companies).toBe(1);
    });

    it('count a placement found after the candidate withdrew and came back', async () => {
      told
        .journey('anna')
        .on('2024-01-05', 'withdraw')
        .on('2024-01-06', 'reopen')
        .placed('2024-01-10', 'a', 'c1');
      expect((await sheet()).companies).toBe(1);
    });

    it('count once with many placements, and sites by their distinct names', async () => {
      told
        .journey('anna')
        .placed('2024-01-10', 'a', 'c1', 'Oschatz')
        .placed('2024-01-11', 'b', 'c1', 'Torgau');
      told.journey('bek').placed('2024-01-10', 'c', 'c2', 'Torgau');
      const { companies, sites } = await sheet();
      expect({ companies, sites }).toEqual({ companies: 2, sites: 2 });
    });
  });

  describe('contracts prepared', () => {
    const contract = { contract: 'ct' };
    const signed = (party: string): object => ({ contract: 'ct', party });

    it.each(['decline-contract', 'retract-contract'])('end with %s, also after both signed', async (kind) => {
      told
        .journey('anna')
        .on('2024-01-10', 'prepare-contract', contract)
        .on('2024-01-11', 'sign-contract', { ...signed('company') })
        .on('2024-01-11', 'sign-contract', { ...signed('candidate') })
        .on('2024-02-10', kind, contract);
      expect((await sheet('2024-02-09')).contractsPrepared).toBe(1);
      expect((await sheet('2024-02-10')).contractsPrepared).toBe(0);
    });

    it('end when the candidate withdraws before both have signed', async () => {
      told
        .journey('anna')
        .on('2024-01-10', 'prepare-contract', contract)
        .on('2024-01-11', 'sign-contract', { ...signed('company') })
        .on('2024-02-10', 'withdraw');
      expect((await sheet('2024-02-09')).contractsPrepared).toBe(1);
      expect((await sheet('2024-02-10')).contractsPrepared).toBe(0);
    });

    it('stand when both had signed before the candidate withdrew, and when the journey closes', async () => {
      told
        .journey('anna')
        .on('2024-01-10', 'prepare-contract', contract)
        .on('2024-01-11', 'sign-contract', { ...signed('company') })
        .on('2024-02-10', 'sign-contract', { ...signed('candidate') })
        .on('2024-02-10', 'withdraw');
      told
        .journey('bek')
        .on('2024-01-10', 'prepare-contract', { contract: 'other' })
        .on('2024-01-11', 'close');
      expect((await sheet()).units.contractsPrepared).toEqual(['anna', 'bek']);
    });

    it('count a person once while any contract stands', async () => {
      told
        .journey('anna')
        .on('2024-01-10', 'prepare-contract', contract)
        .on('2024-01-10', 'prepare-contract', { contract: 'second' })
        .on('2024-01-12', 'decline-contract', contract);
      expect((await sheet()).contractsPrepared).toBe(1);
    });
  });

  describe('recommended', () => {
    it('follows the last recommendation of each placement', async () => {
      told
        .journey('anna')
        .on('2024-01-10', 'recommend', { placement: 'a', recommended: true })
        .on('2024-02-10', 'recommend', { placement: 'a', recommended: false })
        .on('2024-03-10', 'recommend', { placement: 'b', recommended: true });
      expect((await sheet('2024-01-31')).recommended).toBe(1);
      expect((await sheet('2024-02-28')).recommended).toBe(0);
      expect((await sheet('2024-03-31')).recommended).toBe(1);
    });

    it('meets contracts prepared person by person, whatever the company', async () => {
      told.journey('anna').on('2024-01-10', 'recommend', { placement: 'a', recommended: true });
      told
        .journey('bek')
        .on('2024-01-10', 'recommend', { placement: 'b', recommended: true })
        .on('2024-01-11', 'prepare-contract', { contract: 'b' });
      told.journey('cholpon').on('2024-01-11', 'prepare-contract', { contract: 'c' });
      const { recommended, contractsPrepared, units } = await sheet();
      expect([recommended, contractsPrepared, units.recommendedAndContractPrepared]).toEqual([2, 2, ['bek']]);
    });
  });

  describe('work months', () => {
    it('cap a person at one month, however many placements share it', async () => {
      told.journey('anna').worked('a', '2024-01', [15, 20]).worked('b', '2024-01', [12, 20]);
      told.journey('bek').worked('c', '2024-01', [23, 20]);
      expect((await sheet()).workMonths).toBe('2');
    });

    it('cap across the journeys of a person as well', async () => {
      told.journey('anna').worked('a', '2024-01', [15, 20]);
      told.journey('anna', 'j-again').worked('b', '2024-01', [15, 20]);
      expect((await sheet()).workMonths).toBe('1');
    });

    it('add different denominators exactly', async () => {
      told
        .journey('anna')
        .worked('a', '2024-01', [7, 22])
        .worked('b', '2024-01', [5.5, 23])
        .worked('a', '2024-02', [1, 3]);
      expect((await sheet()).workMonths).toBe('676/759');
    });

    it.each([
      [[0, 0], '0'],
      [[0, 21], '0'],
      [[0.5, 31], '1/62'],
      [[30.5, 31], '61/62'],
      [[0.5, 0.5], '1'],
      [[13, 29.5], '26/59'],
    ] as const)('take %j worked of planned days as %s', async ([worked, planned], share) => {
      told.journey('anna').worked('a', '2024-01', [worked, planned]);
      expect((await sheet()).workMonths).toBe(share);
    });

    it('stay exact over every denominator there can be', async () => {
      const halves = Array.from({ length: 62 }, (_, index) => (index + 1) / 2);
      for (const planned of halves)
        told.journey(`p${planned * 2}`).worked('a', '2024-01', [planned, planned]);
      for (const planned of halves)
        told.journey(`q${planned * 2}`).worked('b', '2024-01', [planned - 0.5, planned]);
      // 62 whole months and Σ (h − 1) ÷ h for h = 1 to 62, which is 62 less the 62nd harmonic number.
      const { workMonths } = await sheet();
      const [numerator = '', denominator = ''] = workMonths.split('/');
      const harmonic = halves.reduce((sum, half) => sum + 1 / (half * 2), 0);
      expect(Number(numerator) / Number(denominator)).toBeCloseTo(124 - harmonic, 9);
      expect(591133442051411133755680800n % BigInt(denominator)).toBe(0n);
    });

    it('are not clipped by the runtime and stay when the placement ends early', async () => {
      told
        .journey('anna')
        .worked('a', '2023-06', [20, 20])
        .on('2024-01-02', 'end-placement', { placement: 'a', how: 'early' })
        .on('2024-01-03', 'withdraw');
      expect((await sheet()).workMonths).toBe('1');
    });
  });

  describe('agreements and partnerships', () => {
    it.each([
      ['2024-01-31', 0],
      ['2024-02-01', 1],
      ['2024-04-30', 1],
      ['2024-05-01', 0],
    ])('stand on %s as both ends are included', async (asOf, expected) => {
      const span = { from: '2024-02-01', to: '2024-04-30' };
      told
        .organisation('uni', 'university')
        .organisation('inst', 'institute')
        .organisation('camp', 'training-campus');
      for (const organisation of ['uni', 'inst', 'camp'])
        told.line('agreement', `agr-${organisation}`, { organisation, ...span });
      told.line('agreement', 'agr-second', { organisation: 'uni', ...span }).line('partnership', 'p', span);
      expect(await sheet(asOf)).toMatchObject({
        universities: expected,
        institutes: expected,
        trainingCampuses: expected,
        regionalPartnerships: expected,
      });
    });

    it('have no end where none is named', async () => {
      told.line('partnership', 'p', { regions: ['a', 'b'], from: '2024-02-01' });
      expect((await sheet('2044-02-01')).regionalPartnerships).toBe(1);
    });
  });

  describe('what companies say', () => {
    beforeEach(() => {
      told.organisation('c1', 'company').organisation('c2', 'company').organisation('uni', 'university');
    });

    it('is what they said last by day, not what was recorded last', async () => {
      told.journey('anna').placed('2024-01-10', 'a', 'c1');
      told
        .line('intention', 'i-2', { organisation: 'c1', on: '2024-03-01', intends: 'takeover' })
        .line('intention', 'i-1', { organisation: 'c1', on: '2024-02-01', intends: 'none' })
        .line('engagement', 'e-2', { organisation: 'c2', on: '2024-03-01', status: 'committed' })
        .line('engagement', 'e-1', { organisation: 'c2', on: '2024-02-01', status: 'interested' });
      expect(await sheet('2024-02-15')).toMatchObject({
        companiesIntendingTakeover: 0,
        companiesInterested: 1,
        companiesCommitted: 0,
      });
      expect(await sheet('2024-03-15')).toMatchObject({
        companiesIntendingTakeover: 1,
        companiesInterested: 0,
        companiesCommitted: 1,
      });
    });

    it('on one day is the line accepted last, also when the earlier one is amended later', async () => {
      told
        .line('engagement', 'z-first', { organisation: 'c2', on: '2024-03-01', status: 'interested' })
        .line('engagement', 'a-second', { organisation: 'c2', on: '2024-03-01', status: 'ended' })
        .line('engagement', 'z-first', {
          organisation: 'c2',
          on: '2024-03-01',
          status: 'interested',
          evidence: 'letter',
        });
      expect(await sheet()).toMatchObject({ companiesInterested: 0, companiesCommitted: 0 });
    });

    it('counts only companies without a place as interested or committed, and only those with one as intending', async () => {
      told.journey('anna').placed('2024-01-10', 'a', 'c1');
      told
        .line('engagement', 'e-1', { organisation: 'c1', on: '2024-02-01', status: 'interested' })
        .line('engagement', 'e-u', { organisation: 'uni', on: '2024-02-01', status: 'interested' })
        .line('intention', 'i-2', { organisation: 'c2', on: '2024-02-01', intends: 'takeover' });
      expect(await sheet()).toMatchObject({ companiesIntendingTakeover: 0, companiesInterested: 0 });
    });
  });

  describe('trips and working days', () => {
    it('count a trip when its last day has come, its days one by one', async () => {
      told.trip('t', ['2024-06-13', '2024-06-14', '2024-06-15', '2024-06-16']);
      expect(await sheet('2024-06-15')).toMatchObject({ delegationTrips: 0, workingDaysAbroad: 3 });
      expect(await sheet('2024-06-16')).toMatchObject({ delegationTrips: 1, workingDaysAbroad: 4 });
    });

    it('count a date once that two trips share, whatever weekday and direction', async () => {
      told.trip('t-1', ['2024-06-01', '2024-06-02']).trip('t-2', ['2024-06-02', '2024-06-03']);
      expect(await sheet()).toMatchObject({ delegationTrips: 2, workingDaysAbroad: 3 });
    });

    it.each([
      ['at rest', { kind: 'rest' }],
      ['outside the partner countries', { country: 'DE' }],
      ['without a delegate', { delegates: [] }],
    ])('leave out a day %s', async (_words, day) => {
      told.trip('t', ['2024-06-01'], day);
      expect(await sheet()).toMatchObject({ delegationTrips: 1, workingDaysAbroad: 0 });
    });
  });

  it('counts interviews by respondent and round, apart for each kind of respondent', async () => {
    const interview = (
      id: string,
      respondent: string,
      round: string,
      respondentKind: string,
    ): RecordBuilder => told.line('interview', id, { respondent, round, respondentKind, on: '2024-06-01' });
    interview('1', 'c1', 'mid', 'company');
    interview('2', 'c1', 'mid', 'company');
    interview('3', 'c1', 'final', 'company');
    interview('4', 'anna', 'final', 'student');
    expect((await sheet()).interviews).toEqual({ company: 2, student: 1, university: 0 });
    expect((await sheet('2024-05-31')).interviews).toEqual({ company: 0, student: 0, university: 0 });
  });

  it('takes the runtime from the first to the last day, both included, on whatever day it is asked', async () => {
    expect((await sheet('2020-01-01')).runtimeDays).toBe(366);
  });
});
