import type { JsonObject } from '@lotse/domain';
import { startTestApi, type ApiUnderTest } from './support/running-api';
import { day, line, nominate, person, PROJECT } from '../integration/journeys/project';

describe('the inbox over HTTP', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startTestApi({ LOTSE_DEMO_LOGIN: 'true' });
    api.turnTo(day(0));
    await api.importLines(
      [
        ...PROJECT,
        ...['p1', 'p2', 'p3'].map((id) => person(id)),
        line(nominate('late', 'p1', { on: day(-30) })),
        line(nominate('soon', 'p2', { on: day(-15) })),
        line(nominate('steel', 'p3', { on: day(-5), programme: 'steel' })),
      ]
        .map((body) => JSON.stringify(body))
        .join('\n'),
    );
  });
  afterAll(() => api.close());
  const tasks = async (query: string): Promise<JsonObject[]> =>
    (await api.get(`/api/v1/inbox?${query}`).expect(200)).body.tasks;

  it('lists what is to be done, the earliest due first, by role, programme, journey and day', async () => {
    const [first] = await tasks('');
    expect(first).toMatchObject({
      journey: 'late',
      kind: 'clock',
      text: 'nomination',
      dueOn: day(-9),
      overdue: true,
    });
    const journeys = async (query: string): Promise<string[]> => [
      ...new Set((await tasks(query)).map(({ journey }) => String(journey))),
    ];
    expect(await journeys(`until=${day(0)}`)).toEqual(['late']);
    expect(await journeys('programme=steel')).toEqual(['steel']);
    expect(await journeys('journey=soon')).toEqual(['soon']);
    expect(new Set((await tasks('role=candidate')).map(({ who }) => who))).toEqual(new Set(['candidate']));
    const waiting = await tasks('role=coordinator&waiting=true');
    expect(waiting.map(({ who }) => who)).not.toContain('coordinator');
  });

  it('is read page by page, each task once', async () => {
    const whole = await tasks('limit=200');
    const seen: JsonObject[] = [];
    let cursor = '';
    do {
      const { body } = await api.get(`/api/v1/inbox?limit=2${cursor}`).expect(200);
      seen.push(...body.tasks);
      cursor = body.next === undefined ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(seen).toEqual(whole);
  });

  it.each([
    'cursor=j01',
    `cursor=${Buffer.from('["2026-01-01","a\\u0000","k"]').toString('base64url')}`,
    'role=king',
    'until=2024-02-30',
    'until=0000-01-01',
    'waiting=yes',
    'limit=0',
    'journey=%00',
    'colour=red',
  ])('refuses the query %s', async (query) => {
    const { body } = await api.get(`/api/v1/inbox?${query}`).expect(422);
    expect(body).toMatchObject({ code: 'fields-invalid' });
  });

  it('puts a task off', async () => {
    const task = { journey: 'steel', key: `clock:nomination:${day(16)}` };
    const snoozed = await api.post('/api/v1/inbox/snoozes', { ...task, followUpOn: day(3) }).expect(201);
    expect(snoozed.body).toEqual({ ...task, followUpOn: day(3) });
    expect((await tasks('journey=steel')).map(({ key }) => key)).not.toContain(task.key);
    expect(await tasks('snoozed=true')).toMatchObject([{ ...task, followUpOn: day(3) }]);
  });

  it.each([
    [{ key: 'clock:nothing' }, 'reference-unknown', 422],
    [{ journey: 'j99' }, 'journey-unknown', 404],
    [{ followUpOn: day(0) }, 'day-not-allowed', 422],
    [{ followUpOn: 'soon' }, 'fields-invalid', 422],
    [{ journey: '\0' }, 'journey-unknown', 404],
    [{ key: 7 }, 'fields-invalid', 422],
    [{ why: 'x' }, 'fields-invalid', 422],
  ])('puts nothing off by %j', async (change, code, status) => {
    const task = { journey: 'late', key: `clock:nomination:${day(-9)}`, followUpOn: day(3) };
    const { body } = await api.post('/api/v1/inbox/snoozes', { ...task, ...change }).expect(status);
    expect(body).toMatchObject({ code });
  });

  it('reminds the role of a task once a day, where an address is known', async () => {
    const [task] = (await tasks('journey=soon')).filter(({ who }) => who === 'candidate');
    const asked = { journey: 'soon', key: task?.key ?? '' };
    const remind = () => api.post('/api/v1/inbox/reminders', asked);
    const nobody = await remind().expect(422);
    expect(nobody.body).toMatchObject({ code: 'reference-unknown', unmet: [{ guard: 'contact-point' }] });
    expect((await tasks('journey=soon')).filter(({ remindedOn }) => remindedOn !== undefined)).toEqual([]);
    const address = { programme: 'glass', language: 'ky', address: 'aida@example.org' };
    await api
      .put('/api/v1/contact-points/aida', { ...address, role: 'candidate', person: 'p2' })
      .expect((answer) => expect(answer.status).toBeLessThan(300));
    const told = { who: 'candidate', addresses: 1, on: day(0) };
    expect((await remind().expect(201)).body).toEqual({ result: 'accepted', ...told });
    expect((await remind().expect(201)).body).toEqual({ result: 'repeated', ...told });
    expect(await tasks('journey=soon')).toContainEqual({ ...task, remindedOn: day(0) });
    api.turnTo(day(1));
    expect((await remind().expect(201)).body).toMatchObject({ result: 'accepted', on: day(1) });
    api.turnTo(day(0));
  });

  it.each([
    [{ key: 'clock:nothing' }, 'reference-unknown', 422],
    [{ journey: 'j99' }, 'journey-unknown', 404],
    [{ key: 7 }, 'fields-invalid', 422],
    [{ why: 'x' }, 'fields-invalid', 422],
  ])('reminds nobody by %j', async (change, code, status) => {
    const task = { journey: 'late', key: `clock:nomination:${day(-9)}` };
    const { body } = await api.post('/api/v1/inbox/reminders', { ...task, ...change }).expect(status);
    expect(body).toMatchObject({ code });
  });

  it('hands a task to a colleague, shown to it and to who stands in for it today', async () => {
    const task = { journey: 'late', key: `clock:nomination:${day(-9)}` };
    const handover = { ...task, account: 'demo-coordinator', reason: 'absence' };
    const handed = await api.post('/api/v1/inbox/handovers', handover).expect(201);
    expect(handed.body).toEqual(handover);
    expect(await tasks('handedTo=demo-coordinator')).toMatchObject([
      { ...task, handedTo: 'demo-coordinator', handoverReason: 'absence' },
    ]);
    expect(await tasks('handedTo=Bakyt')).toEqual([]);
    const deputy = { account: 'demo-coordinator', deputy: 'Bakyt', from: day(0), to: day(0) };
    await api.post('/api/v1/deputies', deputy).expect(201);
    expect(await tasks('handedTo=Bakyt')).toMatchObject([task]);
  });

  it.each([
    [{ key: 'clock:nothing' }, 'reference-unknown', 422],
    [{ journey: 'j99' }, 'journey-unknown', 404],
    [{ reason: 'he is ill' }, 'fields-invalid', 422],
    [{ account: '' }, 'fields-invalid', 422],
    [{ account: 'demo-company-1' }, 'reference-unknown', 422],
    [{ account: 'nobody' }, 'reference-unknown', 422],
    [{ why: 'x' }, 'fields-invalid', 422],
  ])('hands nothing over by %j', async (change, code, status) => {
    const task = {
      journey: 'late',
      key: `clock:nomination:${day(-9)}`,
      account: 'demo-coordinator',
      reason: 'absence',
    };
    const { body } = await api.post('/api/v1/inbox/handovers', { ...task, ...change }).expect(status);
    expect(body).toMatchObject({ code });
  });

  it('knows who stands in for whom', async () => {
    const deputy = { account: 'anna', deputy: 'bert', from: day(1), to: day(10) };
    const added = await api.post('/api/v1/deputies', deputy).expect(201);
    expect(added.body).toEqual({ ...deputy, number: 1 });
    const list = async (query: string): Promise<unknown> =>
      (await api.get(`/api/v1/deputies?${query}`).expect(200)).body.deputies;
    expect(await list(`account=anna&on=${day(10)}`)).toEqual([added.body]);
    expect(await list(`deputy=bert&on=${day(1)}`)).toEqual([added.body]);
    expect(await list('account=anna')).toEqual([]);
    await api.delete('/api/v1/deputies/anna/1').expect(204);
    expect(await list(`deputy=bert&on=${day(5)}`)).toEqual([]);
    for (const path of ['anna/1', 'anna/2', 'anna/x', 'nobody/1'])
      expect((await api.delete(`/api/v1/deputies/${path}`).expect(404)).body).toMatchObject({
        code: 'deputy-unknown',
      });
    for (const change of [{ to: day(0) }, { deputy: 'anna' }, { from: '0000-01-01' }, { account: '' }])
      await api.post('/api/v1/deputies', { ...deputy, ...change }).expect(422);
    for (const query of ['', 'account=anna&deputy=bert', 'account=a%20b', 'account=anna&on=today'])
      await api.get(`/api/v1/deputies?${query}`).expect(422);
  });
});
