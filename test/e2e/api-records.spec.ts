import { Client } from 'pg';
import { referenceRecords, startTestApi, type ApiUnderTest } from './support/running-api';
import type { JsonObject } from '@lotse/domain';

const P = '/api/v1/programmes/kg-glass-2023';
const TRIP: JsonObject = {
  direction: 'DE-KG',
  delegates: ['carrier:1', 'carrier:2'],
  days: [
    { date: '2024-01-08', country: 'KG', kind: 'work', place: 'Каракол', delegates: ['carrier:1'] },
    { date: '2024-01-09', country: 'KG', kind: 'travel', delegates: ['carrier:1'] },
  ],
  evidence: 'trip-report-9',
};
const INTERVIEW: JsonObject = {
  round: 'autumn',
  respondent: 'p01',
  respondentKind: 'student',
  on: '2024-01-09',
  quotes: ['Бул жерде мен жашайм'],
};

describe('records beside journeys over HTTP', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startTestApi();
    await api.importLines(referenceRecords());
  });
  afterAll(() => api.close());

  it('are entered, repeated without effect, and corrected by a next version', async () => {
    const first = await api.put(`${P}/trips/trip-9`, TRIP).expect(201);
    expect(first.body).toEqual({ id: 'trip-9', result: 'accepted', version: 1 });
    expect(first.headers.etag).toBe('"1"');
    expect((await api.put(`${P}/trips/trip-9`, TRIP).expect(200)).body).toMatchObject({
      result: 'unchanged',
      version: 1,
    });
    const corrected = { ...TRIP, evidence: 'trip-report-9b' };
    expect((await api.put(`${P}/trips/trip-9`, corrected).expect(200)).body).toMatchObject({ version: 2 });
    const { body } = await api.get(`${P}/trips/trip-9`).expect(200);
    expect(body.records.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    expect(body.records[0].body).toMatchObject({ id: 'trip-9', evidence: 'trip-report-9' });
  });

  it('count on the sheet at once', async () => {
    const days = async (): Promise<number> =>
      (await api.get('/api/v1/sheet?asOf=2024-01-09')).body.sheet.workingDaysAbroad;
    const before = await days();
    await api
      .put(`${P}/trips/trip-10`, {
        ...TRIP,
        days: [{ date: '2024-01-03', country: 'KG', kind: 'work', delegates: ['carrier:1'] }],
      })
      .expect(201);
    expect(await days()).toBe(before + 1);
  });

  it('are struck out with a reason, while what was known before stays', async () => {
    const daysKnown = async (knownAt = ''): Promise<number> =>
      (await api.get(`/api/v1/sheet?asOf=2024-01-09${knownAt}`)).body.sheet.workingDaysAbroad;
    await api
      .put(`${P}/trips/trip-11`, {
        ...TRIP,
        days: [{ date: '2024-01-04', country: 'KG', kind: 'work', delegates: ['carrier:1'] }],
      })
      .expect(201);
    const { body: before } = await api.get('/api/v1/sheet?asOf=2024-01-09').expect(200);
    api.turnTo('2024-01-11');
    const strike = (reason: string) => api.post(`${P}/trips/trip-11/strike`, { reason });
    await strike('because').expect(422);
    expect((await strike('did-not-take-place').expect(200)).body).toEqual({
      id: 'trip-11',
      result: 'accepted',
      version: 2,
    });
    expect((await strike('entered-twice').expect(200)).body).toMatchObject({
      result: 'unchanged',
      version: 2,
    });
    expect(await daysKnown()).toBe(before.sheet.workingDaysAbroad - 1);
    expect(await daysKnown(`&knownAt=${before.knownAt}`)).toBe(before.sheet.workingDaysAbroad);
    const { body } = await api.get(`${P}/trips/trip-11`).expect(200);
    expect(body.records.map(({ struck }: { struck?: string }) => struck)).toEqual([
      undefined,
      'did-not-take-place',
    ]);
    expect((await api.get(`${P}/trips`).expect(200)).text).not.toContain('trip-11');
    const again = await api.put(`${P}/trips/trip-11`, TRIP);
    expect(again.body).toMatchObject({ code: 'guards-unmet' });
    await api.post(`${P}/trips/trip-none/strike`, { reason: 'entered-twice' }).expect(404);
  });

  it('refuse a version that somebody has replaced, and say so', async () => {
    const event = { kind: 'course', title: 'Deutsch B1', on: '2024-01-05', hours: 7.5, participants: 12 };
    await api.put(`${P}/events/course-1`, event).expect(201);
    await api
      .put(`${P}/events/course-1`, { ...event, participants: 13 })
      .set('If-Match', '"1"')
      .expect(200);
    const { body } = await api
      .put(`${P}/events/course-1`, { ...event, participants: 14 })
      .set('If-Match', '"1"')
      .expect(412);
    expect(body).toMatchObject({
      code: 'precondition-failed',
      detail: expect.stringContaining('newest version is 2'),
    });
  });

  it('keep the words of a student sealed, and open them again', async () => {
    await api.put(`${P}/interviews/int-p01`, INTERVIEW).expect(201);
    expect(api.log()).not.toContain('Бул жерде');
    const database = new Client({ connectionString: api.databaseUrl });
    await database.connect();
    try {
      await database.query(`SELECT set_config('lotse.scope', '{"all":true}', false)`);
      const { rows } = await database.query(`SELECT body FROM record WHERE id = 'int-p01'`);
      expect(JSON.stringify(rows)).not.toContain('Бул жерде');
    } finally {
      await database.end();
    }
    const { body } = await api.get(`${P}/interviews/int-p01`);
    expect(body.records[0].body.quotes).toEqual(['Бул жерде мен жашайм']);
  });

  it('hold a target for an indicator of the catalogue, and no other', async () => {
    const target = { indicator: 'students', on: '2025-06-30', value: 15, qualifier: 'at-least', baseline: 0 };
    await api.put(`${P}/targets/t-students`, target).expect(201);
    const { body } = await api.put(`${P}/targets/t-none`, { ...target, indicator: 'happiness' }).expect(422);
    expect(body).toMatchObject({
      code: 'fields-invalid',
      detail: expect.stringContaining('happiness is none'),
    });
  });

  it.each([
    ['trips/t1', { ...TRIP, colour: 'red' }, 422, 'fields-invalid', /Remove colour/],
    ['trips/t1', { ...TRIP, id: 't2' }, 422, 'fields-invalid', /Remove id/],
    ['trips/t1', { ...TRIP, recordedAt: '2023-01-01T00:00:00Z' }, 422, 'fields-invalid', /Remove recordedAt/],
    ['trips/t%201', TRIP, 422, 'fields-invalid', /id must/],
    [
      'events/e1',
      { kind: 'course', title: 'T', on: '2024-01-05', to: '2024-01-04' },
      422,
      'fields-invalid',
      /before on/,
    ],
    [
      'events/e1',
      { kind: 'course', title: 'T', on: '2024-01-05', organisations: ['nobody'] },
      422,
      'reference-unknown',
      /nobody/,
    ],
    [
      'intentions/i1',
      { organisation: 'nobody', on: '2024-01-05', intends: 'takeover' },
      422,
      'reference-unknown',
      /nobody/,
    ],
  ])('refuse %s with %j', async (path, record, status, code, words) => {
    const { body } = await api.put(`${P}/${path}`, record).expect(status);
    expect(body).toMatchObject({ code, detail: expect.stringMatching(words) });
  });

  it('do not move between programmes', async () => {
    await api.put(`${P}/materials/m-1`, { kind: 'website', title: 'Webseite', on: '2024-01-05' }).expect(201);
    await api.importLines(
      JSON.stringify({
        type: 'programme',
        id: 'other',
        name: 'Other',
        template: 'de-uni-internship-hire@1',
        from: '2024-01-01',
        to: '2025-01-01',
        partnerCountries: ['KG'],
      }),
    );
    const { body } = await api
      .put('/api/v1/programmes/other/materials/m-1', { kind: 'website', title: 'Theirs', on: '2024-01-05' })
      .expect(422);
    expect(body).toMatchObject({
      code: 'guards-unmet',
      unmet: [expect.objectContaining({ guard: 'id-free' })],
    });
    await api.get('/api/v1/programmes/other/materials/m-1').expect(404);
  });

  it('are listed page by page, also as they were known', async () => {
    const ids = ({ body }: { body: { records: { id: string }[] } }): string[] =>
      body.records.map(({ id }) => id);
    const first = await api.get(`${P}/trips?limit=2`).expect(200);
    const second = await api.get(`${P}/trips?limit=2&after=${first.body.next}`).expect(200);
    const all = await api.get(`${P}/trips`).expect(200);
    expect([...ids(first), ...ids(second)]).toEqual(ids(all).slice(0, 4));
    expect(ids(all)).toContain('trip-9');
    const then = await api.get(`${P}/trips?knownAt=2020-01-01T00:00:00Z`).expect(200);
    expect(ids(then)).toEqual([]);
    await api.get(`${P}/trips/none`).expect(404);
  });
});
