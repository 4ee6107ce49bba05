import type { JsonObject } from '@lotse/domain';
import { openImport } from './support/open-import';
import { startTestApi, type ApiUnderTest } from './support/running-api';
import {
  agree,
  consent,
  day,
  line,
  nominate,
  person,
  PROJECT,
  reserve,
} from '../integration/journeys/project';

const text = (bodies: readonly JsonObject[]): string => bodies.map((body) => JSON.stringify(body)).join('\n');
const count = (rows: readonly JsonObject[], result: string): number =>
  rows.filter((row) => row.result === result).length;
const results = (rows: readonly JsonObject[]): string[] => [
  ...new Set(rows.map(({ result }) => String(result))),
];

describe('many commands over HTTP', () => {
  let api: ApiUnderTest;
  const numbers = Array.from({ length: 15 }, (_, index) => index + 1);

  beforeAll(async () => {
    api = await startTestApi();
    api.turnTo(day(0));
    await api.importLines(
      text([
        ...PROJECT,
        { type: 'organisation', id: 'company-2', kind: 'company', name: 'Стекло', sites: ['Torgau'] },
        ...numbers.map((number) => person(`p${number}`)),
        ...numbers.map((number) => line(nominate(`j${number}`, `p${number}`, { on: day(-10) }))),
        // The places of 1 to 12 are company 1's, that of 13 belongs to somebody else, 14 and 15 have none.
        ...numbers
          .slice(0, 13)
          .map((number) =>
            line(reserve(`j${number}`, `place-${number}`, number === 13 ? { company: 'company-2' } : {})),
          ),
      ]),
    );
  });
  afterAll(() => api.close());
  const agreedOn = async (journey: string): Promise<unknown> =>
    (await api.get(`/api/v1/journeys/${journey}`)).body.state.placements[journey.replace('j', 'place-')]
      .agreedOn;

  it('move 12 of 15, list the 3 others with their reasons, and are undone as one', async () => {
    const selected = text(numbers.map((number) => agree(`j${number}`, `place-${number}`)));
    const tried = await api.lines('/api/v1/bulk?batch=agree&dryRun=true', selected);
    expect([count(tried, 'would-be-accepted'), count(tried, 'refused')]).toEqual([12, 3]);
    expect(tried[0]).toMatchObject({ row: 1, changes: { stage: { before: 'NOM', after: 'NOM' } } });
    expect(await agreedOn('j1')).toBeUndefined();

    const rows = await api.lines('/api/v1/bulk?batch=agree', selected);
    expect(count(rows, 'accepted')).toBe(12);
    expect(rows.filter(({ result }) => result === 'refused')).toMatchObject([
      { row: 13, journey: 'j13', refusal: { code: 'actor-not-allowed' } },
      { row: 14, journey: 'j14', refusal: { unmet: [{ remedy: expect.stringMatching(/./) }] } },
      { row: 15, journey: 'j15', refusal: { unmet: [{ remedy: expect.stringMatching(/./) }] } },
    ]);
    expect(count(await api.lines('/api/v1/bulk?batch=agree', selected), 'repeated')).toBe(12);
    expect(await agreedOn('j1')).toBe(day(0));

    const undo = '/api/v1/bulk/agree/undo';
    const shown = await api.lines(undo, { reason: 'wrong list', dryRun: true });
    expect(count(shown, 'would-be-accepted')).toBe(12);
    expect(count(await api.lines(undo, { reason: 'wrong list' }), 'accepted')).toBe(12);
    expect(await agreedOn('j1')).toBeUndefined();
    expect(results(await api.lines(undo, { reason: 'wrong list' }))).toEqual(['repeated']);
  });

  it('go on after lines that are none', async () => {
    const rows = await api.lines(
      '/api/v1/bulk?batch=lines',
      [JSON.stringify(consent('j1')), '{"id": ', '', '[]', JSON.stringify(consent('j99'))].join('\n'),
    );
    expect(rows.map(({ row, refusal, result }) => [row, Object(refusal).code ?? result])).toEqual([
      [1, 'accepted'],
      [2, 'line-unreadable'],
      [4, 'line-unreadable'],
      [5, 'journey-unknown'],
    ]);
  });

  it('are answered by the thousand while the rest is still being sent', async () => {
    const upload = openImport(api.url, api.token, '/api/v1/bulk?batch=stream');
    const row = `${JSON.stringify(consent('j2'))}\n`;
    for (let sent = 0; sent < 5_000; sent += 100) {
      await upload.send(row.repeat(100));
      for (let answered = 1; answered <= 100; answered += 1)
        expect(await upload.nextAnswer()).toMatchObject({
          row: sent + answered,
          result: sent + answered === 1 ? 'accepted' : 'repeated',
        });
    }
    upload.end();
    expect(await upload.nextAnswer()).toBeUndefined();
  }, 300_000);

  it.each([
    ['/api/v1/bulk', /batch must be an id/],
    ['/api/v1/bulk?batch=a%20b', /batch must be an id/],
    ['/api/v1/bulk?batch=a&dryRun=yes', /dryRun must be true or false/],
    ['/api/v1/bulk?batch=a&colour=red', /Remove colour/],
  ])('are refused at %s', async (path, remedy) => {
    const [problem] = await api.lines(path, '{}');
    expect(problem).toMatchObject({ code: 'fields-invalid', detail: expect.stringMatching(remedy) });
  });

  it('are undone by what was done alone', async () => {
    const unknown = await api.post('/api/v1/bulk/nothing/undo', { reason: 'x' }).expect(404);
    expect(unknown.body).toMatchObject({ code: 'batch-unknown' });
    for (const body of [{}, { reason: 7 }, { reason: 'x', dryRun: 'yes' }, { reason: 'x', who: 'me' }])
      await api.post('/api/v1/bulk/agree/undo', body).expect(422);
    await api.post('/api/v1/bulk/%00/undo', { reason: 'x' }).expect(422);
    const { body } = await api.post('/api/v1/bulk?batch=a', {}).expect(415);
    expect(body).toMatchObject({ code: 'media-type-unsupported' });
  });

  it('are shown before: stage, due days and figures that one would change', async () => {
    const { journey: _journey, ...command } = consent('j3');
    const preview = '/api/v1/journeys/j3/commands/preview';
    const { body } = await api.post(preview, command).expect(200);
    expect(body).toMatchObject({
      result: 'would-be-accepted',
      journey: 'j3',
      stage: { before: 'NOM', after: 'NOM' },
      status: { before: 'open', after: 'open' },
      clocks: expect.any(Array),
      figures: expect.any(Array),
    });
    expect((await api.get('/api/v1/journeys/j3')).body.version).toBe(body.version - 1);
    await api.post('/api/v1/journeys/j3/commands', command).expect(201);
    expect((await api.post(preview, command)).body).toEqual({ result: 'repeated', version: body.version });
    const wrong = await api.post(preview, { ...command, id: 'other', data: { colour: 'red' } }).expect(422);
    expect(wrong.body).toMatchObject({ code: 'fields-invalid' });
    await api.post('/api/v1/journeys/j99/commands/preview', { ...command, id: 'other' }).expect(404);
  });

  it('end what a failed company has, shown first and undone as one', async () => {
    const fail = '/api/v1/organisations/company-2/failure';
    const failure = { on: day(0), reason: 'insolvent', batch: 'gone' };
    const shown = await api.lines(fail, { ...failure, dryRun: true });
    expect(shown).toMatchObject([
      { journey: 'j13', command: 'cancel-placement', result: 'would-be-accepted' },
    ]);
    expect(await api.lines(fail, failure)).toMatchObject([{ journey: 'j13', result: 'accepted' }]);
    expect(await api.lines('/api/v1/bulk/gone/undo', { reason: 'saved' })).toMatchObject([
      { journey: 'j13', result: 'accepted' },
    ]);
    const unknown = await api.post('/api/v1/organisations/company-9/failure', failure).expect(422);
    expect(unknown.body).toMatchObject({ code: 'reference-unknown' });
    for (const change of [{ on: '2024-02-30' }, { on: '0000-01-01' }, { batch: '' }, { why: 'x' }])
      await api.post(fail, { ...failure, ...change }).expect(422);
  });

  it('make two records of one person one', async () => {
    const merge = { into: 'p15', reason: 'the same passport', approvedBy: 'second-person', batch: 'merge' };
    const rows = await api.lines('/api/v1/persons/p14/merge', merge);
    expect(rows).toMatchObject([
      { journey: 'j14', result: 'refused', refusal: { unmet: [{ guard: 'no-open-journey' }] } },
    ]);
    for (const [path, change] of [
      ['/api/v1/persons/p99/merge', {}],
      ['/api/v1/persons/p14/merge', { into: 'p99' }],
      ['/api/v1/persons/p15/merge', {}],
      ['/api/v1/persons/%00/merge', {}],
      ['/api/v1/persons/p14/merge', { approvedBy: null }],
    ] as const)
      expect((await api.post(path, { ...merge, ...change })).status).toBe(422);
  });

  it('leave rows that are what their facts give', async () => {
    expect(await api.lines('/api/v1/projections/verify', {})).toEqual([{ journeys: 15, deviating: 0 }]);
    expect(await api.lines('/api/v1/projections/rebuild', { programme: 'glass', stale: false })).toEqual([
      { journeys: 15, deviating: 0 },
    ]);
    const unknown = await api.post('/api/v1/projections/verify', { programme: 'other' }).expect(422);
    expect(unknown.body).toMatchObject({ code: 'reference-unknown' });
    await api.post('/api/v1/projections/verify', { all: true }).expect(422);
    await api.post('/api/v1/projections/rebuild', { stale: 'yes' }).expect(422);
  });
});
