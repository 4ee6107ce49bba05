import type { JsonObject } from '@lotse/domain';
import type { FigureLine, Reporting } from '@lotse/reports';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from '../journeys/journeys-database';
import { reportingOn } from '../reporting-on';

jest.setTimeout(600_000);

const DAY_MS = 86_400_000;
const MENTOR = { role: 'mentor', organisation: 'company-3' } as const;
const COORDINATOR = { role: 'coordinator' } as const;
const CANDIDATE = { role: 'candidate' } as const;

/** How far each journey of the reference project has come when the stories begin; the others are not there. */
const UNTIL: Readonly<Record<string, string>> = {
  j01: '2025-01-31',
  j02: '2024-07-31',
  j03: '2024-07-31',
  j04: '2024-11-10',
  j05: '2024-07-31',
  j06: '2024-02-27',
};

const begun = (text: string): string =>
  text
    .split('\n')
    .filter((line) => {
      if (line === '') return false;
      const { type, journey, happenedOn } = JSON.parse(line) as Readonly<Record<string, string>>;
      return type !== 'command' || String(happenedOn) <= (UNTIL[String(journey)] ?? '');
    })
    .join('\n');

describe('acceptance scenarios 5, 14 to 16 and 18 as a funder and a coordinator count them', () => {
  let database: JourneysDatabase;
  let reporting: Reporting;
  let told = 0;

  const tell = async (
    journey: string,
    command: string,
    happenedOn: string,
    by: JsonObject,
    data: JsonObject,
  ): Promise<void> => {
    told += 1;
    const line = { type: 'command', id: `told-${told}`, journey, command, happenedOn, by, data };
    const [answer] = await database.importObjects(line);
    expect([command, answer?.result, answer?.refusal]).toEqual([command, 'accepted', undefined]);
  };
  const line = async (
    indicator: string,
    query: { readonly asOf: string; readonly knownAt?: string },
    sight: 'persons' | 'figures' = 'persons',
  ): Promise<FigureLine | undefined> => {
    const answer = await reporting.figures.ask({ ...query, indicators: [indicator] }, sight);
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value.lines[0];
  };
  const value = async (
    indicator: string,
    asOf: string,
    knownAt?: string,
  ): Promise<string | null | undefined> =>
    (await line(indicator, { asOf, ...(knownAt === undefined ? {} : { knownAt }) }))?.value;
  const unitsOf = async (indicator: string, asOf: string) => {
    const answer = await reporting.units({ indicator, asOf, limit: 100 });
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value.units;
  };
  /** The instant before what comes next, and some time for it to come later. */
  const before = (): string => {
    const now = database.clock.now().toISOString();
    database.clock.skip(DAY_MS);
    return now;
  };

  beforeAll(async () => {
    database = await openJourneysDatabase();
    const answers = await database.importText(begun(referenceFile()));
    expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
    reporting = reportingOn(database);
    database.clock.skip(1_000);
  });
  afterAll(() => database.close());

  it('5: who withdraws is counted no more from that day on, and still the day before', async () => {
    expect(await value('commitmentsSigned', '2024-03-01')).toBe('6');
    const known = before();
    await tell('j06', 'withdraw', '2024-03-01', CANDIDATE, { reason: 'family' });
    expect(await value('commitmentsSigned', '2024-03-01')).toBe('5');
    expect(await value('commitmentsSigned', '2024-02-29')).toBe('6');
    expect(await value('commitmentsSigned', '2024-03-01', known)).toBe('6');
    expect(await value('students', '2024-03-01')).toBe('6');
    const explained = await reporting.compare(
      {
        indicators: ['commitmentsSigned'],
        before: { asOf: '2024-02-29' },
        after: { asOf: '2024-03-01' },
      },
      'persons',
    );
    if (!explained.ok) throw new Error(explained.problem.message);
    expect(explained.value.differences).toMatchObject([
      { before: '6', after: '5', units: [{ unit: 'p06', because: [{ kind: 'withdraw' }] }] },
    ]);
  });

  it('14: an internship aborted in August counts the share of its month, exactly, and no later month', async () => {
    const monthsOf = async (asOf: string): Promise<string[]> =>
      (await unitsOf('workMonths', asOf))
        .filter(({ unit }) => unit.startsWith('p03/'))
        .map((unit) => `${unit.unit.slice(4)} ${unit.value}`);
    const whole = await value('workMonths', '2024-09-02');
    const known = before();
    const placement = 'pl-j03-1';
    await tell('j03', 'end-placement', '2024-09-02', MENTOR, {
      placement,
      how: 'early',
      lastDay: '2024-08-14',
      reason: 'ill',
    });
    await tell('j03', 'confirm-month', '2024-09-02', MENTOR, {
      placement,
      month: '2024-08',
      workedDays: 9,
      plannedDays: 22,
      evidence: 'm-pl-j03-1-2024-08',
    });
    expect(await monthsOf('2024-12-31')).toEqual(['2024-06 1', '2024-07 1', '2024-08 9/22']);
    expect(await monthsOf('2024-09-01')).toEqual(['2024-06 1', '2024-07 1']);
    expect(await value('workMonths', '2024-09-02')).toBe(`${Number(whole) * 22 + 9}/22`);
    expect(await value('workMonths', '2024-09-02', known)).toBe(whole);
    expect(await value('endedEarly', '2024-09-02')).toBe('1');
  });

  it('15: from company A to company B is one person with two placements, whose months add up', async () => {
    const B = { role: 'company', organisation: 'company-2' } as const;
    const mentor = { role: 'mentor', organisation: 'company-2' } as const;
    const placement = 'pl-j04-2';
    const stay = {
      company: 'company-2',
      site: 'Belgern',
      from: '2024-12-02',
      to: '2025-01-31',
      hoursPerWeek: 40,
      route: '16e',
      goal: 'Glass technology',
      supervision: 'mentor on site',
      legalRelation: 'internship agreement',
      hostCoversPublicCosts: true,
    };
    const persons = await value('students', '2025-01-31');
    await tell('j04', 'reserve-placement', '2024-11-12', COORDINATOR, { placement, ...stay });
    await tell('j04', 'agree-placement', '2024-11-13', B, { placement, mentor: 'mentor-company-2' });
    await tell('j04', 'opt-in', '2024-11-14', CANDIDATE, { placement });
    await tell('j04', 'start-internship', '2024-12-02', mentor, { placement });
    await tell('j04', 'confirm-month', '2024-12-31', mentor, {
      placement,
      month: '2024-12',
      workedDays: 10,
      plannedDays: 20,
      evidence: 'm-pl-j04-2-2024-12',
    });
    const months = (await unitsOf('workMonths', '2025-01-31')).filter(({ unit }) => unit.startsWith('p04/'));
    expect(months.map((unit) => unit.value)).toEqual(['1', '1', '1', '1', '1', '1/2']);
    expect(await value('students', '2025-01-31')).toBe(persons);
    const started = (await unitsOf('internshipsStarted', '2025-01-31')).filter(
      ({ journey }) => journey === 'j04',
    );
    expect(started.map(({ unit }) => unit)).toEqual(['j04/pl-j04-1', 'j04/pl-j04-2']);
    const evaluations = (await unitsOf('evaluations', '2025-01-31')).filter(
      ({ journey }) => journey === 'j04',
    );
    expect(evaluations).toHaveLength(3);
  });

  it('16: the insolvency of a company leaves the figures of past days as they were', async () => {
    const keys = ['companies', 'sites', 'workMonths', 'students', 'contractsPrepared', 'internshipsStarted'];
    const past = (): Promise<(string | null | undefined)[]> =>
      Promise.all(['2024-09-30', '2025-01-31'].flatMap((day) => keys.map((key) => value(key, day))));
    const was = await past();
    const failure = { organisation: 'company-1', on: '2025-02-01', reason: 'insolvency opened' };
    const sender = { submittedBy: 'administrator', imported: true } as const;
    const rows: string[] = [];
    for await (const row of database.journeys.failOrganisation(failure, { sender, batch: 'company-1-fails' }))
      rows.push(row.result);
    expect(rows).toEqual(['accepted', 'accepted']);
    expect(await past()).toEqual(was);
    expect(await value('companies', '2025-02-28')).toBe(was[6]);
    expect(await value('contractsPrepared', '2025-02-28')).toBe('0');
  });

  it('18: prepared is 1, signed 0, and a funder sees nobody employed before the first working day', async () => {
    expect(await value('contractsPrepared', '2025-01-31')).toBe('1');
    expect(await value('contractsSigned', '2025-01-31')).toBe('0');
    for (const indicator of ['employed', 'workStarted']) {
      expect(await value(indicator, '2025-01-31')).toBe('0');
      const told = await line(indicator, { asOf: '2025-01-31' }, 'figures');
      expect([null, '0']).toContain(told?.value ?? null);
    }
    const [proof] = await unitsOf('contractsPrepared', '2025-01-31');
    expect(proof).toMatchObject({ unit: 'p01', evidence: ['ct-j01'], facts: [{ kind: 'prepare-contract' }] });
  });
});
