import type { JsonObject } from '@lotse/domain';
import { commandsOf, referenceRecords, startTestApi, TODAY, type ApiUnderTest } from './support/running-api';

const JOURNEY = '/api/v1/journeys/j01';

describe('reading over HTTP', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startTestApi();
    const until = (line: JsonObject): boolean => String(line.happenedOn) <= TODAY;
    const commands = ['j01', 'j02', 'j03'].flatMap(commandsOf).filter(until);
    await api.importLines([referenceRecords(), ...commands.map((line) => JSON.stringify(line))].join('\n'));
  });
  afterAll(() => api.close());

  it('shows a journey with its state and what can be done next', async () => {
    const { body, headers } = await api.get(JOURNEY).expect(200);
    expect(body).toMatchObject({
      id: 'j01',
      programme: 'kg-glass-2023',
      person: 'p01',
      template: 'de-uni-internship-hire@1',
      stage: 'SEL',
      phase: 'universitySelection',
      status: 'open',
      state: { id: 'j01', stage: { code: 'SEL' } },
    });
    expect(headers.etag).toMatch(new RegExp(`^"${body.version}\\.[\\w-]{16}"$`));
    expect(body.version).toBe(body.state.version);
    const advance = body.commands.find(
      ({ command, about }: JsonObject) => command === 'advance' && about === 'COM',
    );
    expect(advance.unmet.map(({ who }: { who: string[] }) => who[0])).toContain('coordinator');
    expect(body.commands.map(({ command }: JsonObject) => command)).toContain('countersign-commitment');
  });

  it('answers 304 while nothing has happened', async () => {
    const { headers } = await api.get(JOURNEY);
    const same = await api
      .get(JOURNEY)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    expect(same.text).toBe('');
    expect(same.headers.etag).toBe(headers.etag);
    await api.get(JOURNEY).set('If-None-Match', '"1"').expect(200);
  });

  it('shows a journey anew on another day, since what can be done differs', async () => {
    const { headers, body } = await api.get(JOURNEY);
    expect(body.today).toBe(TODAY);
    api.turnTo('2024-01-11');
    const next = await api
      .get(JOURNEY)
      .set('If-None-Match', headers.etag ?? '')
      .expect(200);
    api.turnTo(TODAY);
    expect(next.body).toMatchObject({ version: body.version, today: '2024-01-11' });
    expect(next.headers.etag).not.toBe(headers.etag);
  });

  it('shows the facts in order, with marks on those that were superseded or struck', async () => {
    const strike = {
      id: 'strike-1',
      command: 'correct',
      happenedOn: TODAY,
      by: { role: 'coordinator' },
      data: {
        supersedes: 'c00004',
        strike: true,
        reason: 'The wrong candidate was scored.',
        approvedBy: 'second-person',
      },
    };
    const replace = {
      ...strike,
      id: 'replace-1',
      data: { supersedes: 'c00003', data: { score: 71 }, reason: 'Misread.', approvedBy: 'second-person' },
    };
    await api.post(`${JOURNEY}/commands`, strike).expect(201);
    await api.post(`${JOURNEY}/commands`, replace).expect(201);
    const { body } = await api.get(`${JOURNEY}/timeline`).expect(200);
    const marks = new Map(body.facts.map(({ commandId, ...fact }: JsonObject) => [commandId, fact]));
    const version = (command: string): unknown => Object(marks.get(command)).version;
    expect(marks.get('c00004')).toMatchObject({
      kind: 'score',
      struck: true,
      supersededBy: version('strike-1'),
    });
    expect(marks.get('c00003')).toMatchObject({
      kind: 'score',
      struck: false,
      supersededBy: version('replace-1'),
    });
    expect(marks.get('c00001')).toMatchObject({
      kind: 'nominate',
      struck: false,
      data: { subject: 'Silicate technology' },
    });
    expect(marks.get('c00001')).not.toHaveProperty('supersededBy');
    const days: string[] = body.facts.map(({ happenedOn }: JsonObject) => String(happenedOn));
    expect(days).toEqual([...days].sort());
  });

  it('lists journeys by id, a page at a time', async () => {
    const first = await api.get('/api/v1/journeys?limit=2&programme=kg-glass-2023').expect(200);
    expect(first.body.journeys.map(({ id }: JsonObject) => id)).toEqual(['j01', 'j02']);
    const second = await api.get(`/api/v1/journeys?limit=2&cursor=${first.body.next}`).expect(200);
    expect(second.body.journeys.map(({ id }: JsonObject) => id)).toEqual(['j03']);
    expect(second.body).not.toHaveProperty('next');
  });

  it('lists journeys of one stage or status', async () => {
    const ids = async (query: string): Promise<string[]> =>
      (await api.get(`/api/v1/journeys?${query}`).expect(200)).body.journeys.map(({ id }: JsonObject) => id);
    expect(await ids('stage=SEL&status=open')).toContain('j01');
    expect(await ids('status=closed')).toEqual([]);
    expect(await ids('programme=other')).toEqual([]);
  });

  it.each([
    ['limit=0', /limit must be a whole number from 1 to 200/],
    ['limit=201', /limit must be/],
    ['limit=2&limit=3', /limit must be/],
    ['status=asleep', /status must be one of/],
    ['stage=a', /stage must be/],
    ['cursor=a%20b', /cursor must be/],
    ['colour=red', /Remove colour/],
    ['programme=%00', /programme must be an id/],
  ])('refuses the query %s', async (query, remedy) => {
    const { body } = await api.get(`/api/v1/journeys?${query}`).expect(422);
    expect(body).toMatchObject({ code: 'fields-invalid' });
    expect(body.detail).toMatch(remedy);
  });

  it.each(['j99', '%00', 'a%20b', 'x'.repeat(65)])('knows no journey %s', async (id) => {
    for (const path of [`/api/v1/journeys/${id}`, `/api/v1/journeys/${id}/timeline`])
      expect((await api.get(path).expect(404)).body).toMatchObject({ code: 'journey-unknown' });
  });

  it('shows the sheet of a day and the units behind a figure', async () => {
    const { body } = await api.get('/api/v1/sheet?asOf=2024-01-10').expect(200);
    expect(body).toMatchObject({
      programme: 'kg-glass-2023',
      asOf: '2024-01-10',
      sheet: { students: 3, workMonths: '0' },
    });
    const named = await api
      .get('/api/v1/sheet?programme=kg-glass-2023&asOf=2023-11-26&knownAt=2024-01-10')
      .expect(200);
    expect(named.body.sheet.students).toBe(0);
    const units = await api.get('/api/v1/sheet/figures/commitmentsSigned/units?asOf=2024-01-10').expect(200);
    expect(units.body).toMatchObject({ figure: 'commitmentsSigned', value: '1', units: [{ unit: 'p01' }] });
    expect(units.body.units[0].evidence[0]).toMatchObject({ kind: 'sign-commitment', command: 'c00008' });
  });

  it('counts by its own clock when no day is given', async () => {
    expect((await api.get('/api/v1/sheet')).body).toMatchObject({ asOf: TODAY });
  });

  it.each([
    ['/api/v1/sheet?programme=other', 404, 'programme-unknown'],
    ['/api/v1/sheet?asOf=2024-02-30', 422, 'as-of-invalid'],
    ['/api/v1/sheet?knownAt=yesterday', 422, 'known-at-invalid'],
    ['/api/v1/sheet?asof=2024-01-10', 422, 'fields-invalid'],
    ['/api/v1/sheet/figures/happiness/units', 404, 'figure-unknown'],
    ['/api/v1/templates/other@1', 404, 'template-unknown'],
    ['/api/v1/nothing', 404, 'route-unknown'],
    ['/api/v1/journeys/%E0%A4%A', 400, 'request-malformed'],
  ])('answers GET %s with %i %s', async (path, status, code) => {
    const { body, type } = await api.get(path).expect(status);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ code, status, type: `urn:lotse:problem:${code}` });
  });

  it('shows a published template', async () => {
    const { body } = await api.get('/api/v1/templates/de-uni-internship-hire@1').expect(200);
    expect(body.stages).toHaveLength(14);
  });

  it('lets nobody keep what it answers', async () => {
    expect((await api.get(`${JOURNEY}/timeline`)).headers['cache-control']).toBe('no-store');
    expect((await api.get(JOURNEY)).headers['cache-control']).toBe('private, no-cache');
  });
});

describe('an empty database', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await startTestApi()));
  afterAll(() => api.close());

  it('has no journeys and no sheet', async () => {
    expect((await api.get('/api/v1/journeys').expect(200)).body).toEqual({ journeys: [] });
    expect((await api.get('/api/v1/sheet').expect(404)).body).toMatchObject({ code: 'programme-missing' });
  });

  it('asks which programme is meant when there are two', async () => {
    const [first = ''] = referenceRecords().split('\n');
    await api.importLines([first, first.replace('"id": "kg-glass-2023"', '"id": "second"')].join('\n'));
    expect((await api.get('/api/v1/sheet').expect(422)).body).toMatchObject({ code: 'programme-ambiguous' });
  });
});
