import { openSecuredApi, type SecuredApi } from './support/secured-api';

jest.setTimeout(240_000);

/** An answer without the id that was asked for and that of the request. */
const worded = (body: string, person: string): string =>
  body.replaceAll(person, 'PERSON').replace(/"requestId":"[^"]+"/, '');

describe('the data of a person over HTTP', () => {
  let secured: SecuredApi;
  beforeAll(async () => {
    secured = await openSecuredApi();
  });
  afterAll(() => secured.close());

  it('is taken along by the person and the data-protection lead, and by nobody else', async () => {
    for (const who of ['candidate', 'lead']) {
      const answer = await secured.ask(who, 'GET', '/api/v1/persons/p01/export');
      expect({ who, status: answer.status, type: answer.headers['content-type'] }).toEqual({
        who,
        status: 200,
        type: 'application/zip',
      });
    }
    for (const who of ['coordinator', 'company', 'administrator', 'auditor'])
      expect(await secured.ask(who, 'GET', '/api/v1/persons/p01/export')).toMatchObject({ status: 403 });
  });

  it('of another tenant is answered as that of nobody', async () => {
    for (const [who, foreign] of [
      ['twin-candidate', 'p01'],
      ['candidate', 'p02'],
      ['lead', 't-p01'],
    ] as const) {
      const there = await secured.ask(who, 'GET', `/api/v1/persons/${foreign}/export`);
      const nowhere = await secured.ask(who, 'GET', '/api/v1/persons/p99/export');
      expect(there.status).toBe(404);
      expect(worded(there.body, foreign)).toBe(worded(nowhere.body, 'p99'));
    }
  });

  it('is not erased while a journey is open, and nobody but the lead may ask', async () => {
    expect(await secured.ask('lead', 'POST', '/api/v1/persons/p01/erasure')).toMatchObject({
      status: 409,
      json: { code: 'journey-open' },
    });
    const { json } = await secured.ask('lead', 'GET', '/api/v1/persons/p01/erasure');
    expect(json).toMatchObject({ preview: { person: 'p01', obstacle: { code: 'journey-open' } } });
    expect(await secured.ask('candidate', 'POST', '/api/v1/persons/p01/erasure')).toMatchObject({
      status: 403,
    });
  });

  it('is held and let go by the lead, with a reason', async () => {
    const hold = { id: 'hold-1', person: 'p01', reason: 'Klage' };
    const set = await secured.ask('lead', 'POST', '/api/v1/holds', hold);
    expect(set.status).toBe(201);
    const id = String(set.json.id);
    expect(await secured.ask('lead', 'GET', '/api/v1/holds')).toMatchObject({
      json: { holds: [{ id, reason: 'Klage' }] },
    });
    expect(
      await secured.ask('lead', 'POST', `/api/v1/holds/${id}/lift`, { reason: 'Vergleich' }),
    ).toMatchObject({ status: 200 });
    expect(await secured.ask('lead', 'GET', '/api/v1/holds')).toMatchObject({ json: { holds: [] } });
  });

  it('that is due is listed for a programme, and run by those alone who hold all programmes', async () => {
    const list = await secured.ask('lead', 'GET', '/api/v1/retention?on=2032-01-01&programme=kg-glass-2023');
    expect(list).toMatchObject({ status: 200, json: { on: '2032-01-01' } });
    expect(await secured.ask('lead', 'POST', '/api/v1/retention/run', { on: '2025-01-01' })).toMatchObject({
      status: 403,
    });
  });
});
