import { TEMPLATES, type JsonObject } from '@lotse/domain';
import { startTestApi, type ApiUnderTest } from './support/running-api';
import { day, line, nominate, person, PROJECT } from '../integration/journeys/project';

const OWN = 'de-uni-internship-hire@1';
/** The release's own template, with nominations that are looked at after 35 days instead of 21. */
const slower = (id: string): JsonObject => ({
  ...JSON.parse(JSON.stringify(TEMPLATES.get(OWN)).replace('"after":"P21D"', '"after":"P35D"')),
  id,
});

describe('templates over HTTP', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startTestApi();
    api.turnTo(day(0));
    const records = [
      ...PROJECT,
      person('p1'),
      person('p2'),
      line(nominate('j1', 'p1', { on: day(-10) })),
      line(nominate('j2', 'p2', { on: day(-10) })),
    ];
    await api.importLines(records.map((body) => JSON.stringify(body)).join('\n'));
  });
  afterAll(() => api.close());

  it('are drafted with their faults, checked and compared', async () => {
    const faulty = { ...slower('glass@1'), stages: [] };
    const draft = await api.put('/api/v1/templates/glass@1', faulty).expect(200);
    expect(draft.body).toMatchObject({
      result: 'accepted',
      faults: [{ code: 'field', about: { field: 'stages' } }],
    });
    expect((await api.post('/api/v1/templates/validate', faulty).expect(200)).body.faults).toEqual(
      draft.body.faults,
    );
    const refused = await api.post('/api/v1/templates/glass@1/publish', {}).expect(422);
    expect(refused.body).toMatchObject({ code: 'guards-unmet' });
    await api.put('/api/v1/templates/glass@1', slower('glass@1')).expect(200);
    const { body } = await api.get(`/api/v1/templates/glass@1/differences?from=${OWN}`).expect(200);
    expect(body.differences).toEqual([
      { path: 'id', before: OWN, after: 'glass@1' },
      { path: 'stages.NOM.clocks.0.after', before: 'P21D', after: 'P35D' },
    ]);
    const { templates } = (await api.get('/api/v1/templates').expect(200)).body;
    expect(templates).toContainEqual({ id: 'glass@1', status: 'draft', builtIn: false });
    expect(templates).toContainEqual({ id: OWN, status: 'published', builtIn: true });
  });

  it('are tried out on a cohort', async () => {
    const rows = await api.lines('/api/v1/templates/glass@1/simulate', { programme: 'glass' });
    expect(rows).toMatchObject([
      { journey: 'j1', template: { before: OWN, after: 'glass@1' }, stage: { before: 'NOM', after: 'NOM' } },
      { journey: 'j2' },
    ]);
    expect(rows[0]?.clocks).toContainEqual(
      expect.objectContaining({ clock: 'nomination', before: day(11), after: day(25) }),
    );
  });

  it('are published once and never change', async () => {
    const publish = () => api.post('/api/v1/templates/glass@1/publish', {}).expect(200);
    expect((await publish()).body).toEqual({ result: 'accepted' });
    expect((await publish()).body).toEqual({ result: 'repeated' });
    const { headers, body } = await api.get('/api/v1/templates/glass@1').expect(200);
    expect(body).toEqual(slower('glass@1'));
    await api
      .get('/api/v1/templates/glass@1')
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    for (const id of ['glass@1', OWN]) {
      const refused = await api.put(`/api/v1/templates/${id}`, slower(id)).expect(409);
      expect(refused.body).toMatchObject({ code: 'id-clash' });
    }
  });

  it('take running journeys over, shown first and undone as one', async () => {
    const migrate = '/api/v1/templates/glass@1/migrate';
    const move = { programme: 'glass', reason: 'slower', batch: 'to-glass' };
    const shown = await api.lines(migrate, { ...move, dryRun: true });
    expect(shown.map(({ result }) => result)).toEqual(['would-be-accepted', 'would-be-accepted']);
    const moved = await api.lines(migrate, move);
    expect(moved.map(({ result }) => result)).toEqual(['accepted', 'accepted']);
    const templateOf = async (): Promise<string> => (await api.get('/api/v1/journeys/j1')).body.template;
    expect(await templateOf()).toBe('glass@1');
    const undone = await api.lines('/api/v1/bulk/to-glass/undo', { reason: 'mistake' });
    expect(undone.map(({ result }) => result)).toEqual(['accepted', 'accepted']);
    expect(await templateOf()).toBe(OWN);
    const stays = await api.lines('/api/v1/templates/de-vocational-training@1/migrate', {
      ...move,
      batch: 'to-training',
    });
    expect(stays).toMatchObject([
      { journey: 'j1', result: 'refused', refusal: { unmet: [{ guard: 'stage-of-target' }] } },
      { journey: 'j2', result: 'refused' },
    ]);
  });

  it.each([
    ['GET', '/api/v1/templates/nothing@1', undefined, 404, 'template-unknown'],
    ['GET', '/api/v1/templates/%00', undefined, 404, 'template-unknown'],
    ['GET', `/api/v1/templates/${OWN}/differences?from=nothing@1`, undefined, 404, 'template-unknown'],
    ['GET', `/api/v1/templates/${OWN}/differences`, undefined, 422, 'fields-invalid'],
    ['PUT', '/api/v1/templates/glass@2', { id: 'glass@3' }, 422, 'fields-invalid'],
    ['PUT', '/api/v1/templates/glass@2', { id: 'glass@2', title: 'a\0b' }, 422, 'fields-invalid'],
    ['POST', '/api/v1/templates/nothing@1/publish', {}, 422, 'reference-unknown'],
    ['POST', '/api/v1/templates/nothing@1/simulate', { programme: 'glass' }, 404, 'template-unknown'],
    ['POST', '/api/v1/templates/glass@1/simulate', { programme: 'other' }, 422, 'reference-unknown'],
    [
      'POST',
      '/api/v1/templates/glass@1/simulate',
      { programme: 'glass', mapping: [] },
      422,
      'fields-invalid',
    ],
    [
      'POST',
      '/api/v1/templates/glass@1/simulate',
      { programme: 'glass', mapping: { NOM: 7 } },
      422,
      'fields-invalid',
    ],
    ['POST', '/api/v1/templates/glass@1/migrate', { programme: 'glass', batch: 'x' }, 422, 'fields-invalid'],
  ] as const)('answers %s %s %j with %i %s', async (method, path, body, status, code) => {
    const asked = method === 'GET' ? api.get(path) : api[method === 'PUT' ? 'put' : 'post'](path, body);
    expect((await asked.expect(status)).body).toMatchObject({ code });
  });
});
