import { isJsonObject, type Json, type JsonObject } from '@lotse/domain';
import { buildPng } from '../files/build-images';
import { buildPdf } from '../files/build-pdf';
import { PROGRAMME } from './support/people';
import { openSecuredApi, type SecuredApi } from './support/secured-api';

jest.setTimeout(600_000);

const REPORT = { id: 'report-2025-02', asOf: '2025-02-28' };

describe('figures, reports and samples over HTTP', () => {
  let secured: SecuredApi;
  let report = '';
  beforeAll(async () => {
    secured = await openSecuredApi({ LOTSE_OPEN_UNSCANNED_FILES: 'true' });
  });
  afterAll(() => secured.close());

  const idOf = (made: Json | undefined): string => (isJsonObject(made) ? String(made.id) : '');
  const linesOf = ({ lines }: JsonObject): JsonObject[] => lines as JsonObject[];
  const figures = async (who: string, query: string): Promise<JsonObject> => {
    const { status, json } = await secured.ask(who, 'GET', `/api/v1/figures?${query}`);
    expect([who, query, status]).toEqual([who, query, 200]);
    return json;
  };

  it('22: a funder gets splits without small cells, by whichever question', async () => {
    const asked = 'asOf=2025-02-28&indicator=students&by=gender,university';
    const whole = linesOf(await figures('coordinator', asked));
    expect(whole.map(({ value }) => Number(value)).some((value) => value > 0 && value < 5)).toBe(true);
    for (const query of [asked, `${asked}&where=university:uni-1`, 'indicator=students&by=university'])
      for (const { value, state } of linesOf(await figures('funder', query)))
        expect(state === 'suppressed' || Number(value) === 0 || Number(value) >= 5).toBe(true);
    expect(await secured.ask('funder', 'GET', '/api/v1/figures?indicator=students&by=company')).toMatchObject(
      {
        status: 403,
        json: { code: 'split-not-open' },
      },
    );
    expect(linesOf(await figures('funder', 'asOf=2025-02-28&indicator=students'))[0]).toMatchObject({
      state: 'counted',
    });
  });

  it('nobody but those who may sees the units behind a figure', async () => {
    const units = '/api/v1/figures/students/units?limit=2';
    const { json, status } = await secured.ask('auditor', 'GET', units);
    expect(status).toBe(200);
    expect(json).toMatchObject({ completeness: { units: expect.any(Number) }, next: expect.any(String) });
    for (const who of ['funder', 'candidate', 'company', 'administrator'])
      expect([who, (await secured.ask(who, 'GET', `${units}&programme=${PROGRAMME}`)).status]).toEqual([
        who,
        403,
      ]);
    const compared = await secured.ask(
      'funder',
      'GET',
      '/api/v1/figures/compare?asOf=2025-02-28&beforeAsOf=2024-02-28&indicator=students',
    );
    expect(compared.body).not.toContain('units');
    const path = `/api/v1/figures/compare?asOf=2025-02-28&beforeAsOf=2020-01-01&indicator=students`;
    const explained = await secured.ask('coordinator', 'GET', path);
    const [difference] = explained.json.differences as JsonObject[];
    const [unit] = (difference?.units ?? []) as JsonObject[];
    const audit = await secured.ask('lead', 'GET', '/api/v1/audit?action=sheet.read');
    const entries = audit.json.entries as JsonObject[];
    expect(entries.map(({ who }) => who)).toEqual(['demo-coordinator']);
    expect(entries[0]?.subjects).toContain(`unit/${String(unit?.unit)}`);
  });

  it('a question that is asked again costs nothing while nothing has changed', async () => {
    // Not by fetch: it adds `cache-control: no-cache` to a conditional request, which asks for the whole answer.
    const path = `/api/v1/figures?indicator=students&asOf=2025-02-28&programme=${PROGRAMME}`;
    const first = await secured.api.get(path).expect(200);
    const again = secured.api.get(path).set('If-None-Match', first.headers.etag ?? '');
    await again.expect(304);
  });

  it('21: a report is locked by two people, opens to a funder without its inner part, and to nobody elsewhere', async () => {
    expect((await secured.ask('funder', 'POST', '/api/v1/reports', REPORT)).status).toBe(403);
    const proposed = await secured.ask('coordinator', 'POST', '/api/v1/reports', REPORT);
    expect(proposed.status).toBe(201);
    report = idOf(proposed.json.report);
    const path = `/api/v1/reports/${report}`;
    expect((await secured.ask('twin-coordinator', 'GET', path)).status).toBe(404);
    expect((await secured.ask('twin-coordinator', 'POST', `${path}/signatures`)).status).toBe(404);
    const sign = (who: string) => secured.ask(who, 'POST', `${path}/signatures`);
    expect((await sign('coordinator')).json).toMatchObject({ missing: 1 });
    expect((await sign('coordinator')).json).toMatchObject({ code: 'report-second-person' });
    expect((await sign('second')).json).toMatchObject({ report: { state: 'signed' } });
    const opened = await secured.ask('funder', 'GET', path);
    expect(opened.json).toMatchObject({
      state: 'signed',
      content: { inner: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(opened.body).not.toContain('salt');
    expect((await secured.ask('funder', 'GET', `${path}/proof`)).json).toMatchObject({
      intact: true,
      reproduced: true,
    });
  });

  it('a sample is the auditor’s to judge, the carrier’s to answer, and opens to the one account it was opened to', async () => {
    const order = {
      id: 'sample-1',
      indicator: 'students',
      report,
      share: 40,
      seed: 'both were there',
      answersUntil: '2025-04-30',
    };
    const drawn = await secured.ask('auditor', 'POST', '/api/v1/samples', order);
    expect(drawn.status).toBe(201);
    const [unit] = (drawn.json.sample as JsonObject).units as JsonObject[];
    const path = `/api/v1/samples/${idOf(drawn.json.sample)}`;
    const finding = { unit: String(unit?.unit), finding: 'day-differs' };
    expect((await secured.ask('coordinator', 'POST', `${path}/findings`, finding)).status).toBe(403);
    expect((await secured.ask('auditor', 'POST', `${path}/findings`, finding)).status).toBe(200);
    const answer = { unit: String(unit?.unit), answer: 'contradicted' };
    expect((await secured.ask('auditor', 'POST', `${path}/answers`, answer)).status).toBe(403);
    expect((await secured.ask('coordinator', 'POST', `${path}/answers`, answer)).status).toBe(200);
    const room = { id: 'room-1', account: 'demo-auditor', from: '2025-03-01', to: '2025-03-31' };
    const opened = await secured.ask('coordinator', 'POST', `${path}/rooms`, room);
    expect(opened.status).toBe(201);
    const inRoom = `/api/v1/rooms/${idOf(opened.json.room)}`;
    const seen = await secured.ask('auditor', 'GET', inRoom);
    expect(seen.status).toBe(200);
    expect((await secured.ask('twin-auditor', 'GET', inRoom)).status).toBe(404);
    // The same sending again changes nothing, and is no entry of its own.
    expect((await secured.ask('coordinator', 'POST', `${path}/rooms`, room)).json).toEqual(opened.json);
    const log = await secured.ask('coordinator', 'GET', `${inRoom}/log`);
    expect(log.json).toMatchObject({
      room: idOf(opened.json.room),
      entries: [
        {
          who: 'demo-auditor',
          action: 'room.read',
          shown: expect.arrayContaining([`unit/${String(unit?.unit)}`]),
        },
        { who: 'demo-coordinator', action: 'room.open' },
      ],
    });
    for (const [who, status] of [
      ['twin-coordinator', 404],
      ['funder', 403],
    ] as const)
      expect([who, (await secured.ask(who, 'GET', `${inRoom}/log`)).status]).toEqual([who, status]);
  });

  it('a withheld document is shown to an auditor in pictures alone, once two people vouch for them', async () => {
    const order = {
      id: 'sample-2',
      indicator: 'commitmentsSigned',
      asOf: '2025-02-28',
      share: 40,
      seed: 'both were there',
      answersUntil: '2025-04-30',
    };
    const drawn = await secured.ask('auditor', 'POST', '/api/v1/samples', order);
    const unit = ((drawn.json.sample as JsonObject).units as JsonObject[]).find(
      ({ evidence }) => Array.isArray(evidence) && evidence.length > 0,
    );
    const [reference] = (unit?.evidence ?? []) as string[];
    const send = async (id: string, type: string, bytes: Buffer): Promise<string> => {
      const query = new URLSearchParams({
        id,
        name: 'Vertrag Айгүл',
        topic: 'name',
        reference: id === 'original' ? String(reference) : id,
      });
      const path = `/api/v1/journeys/${String(unit?.journey)}/files?${query}`;
      const headers = { 'content-type': type };
      const sent = await secured.fetchAs('coordinator', path, {
        method: 'POST',
        headers,
        body: Uint8Array.from(bytes),
      });
      expect([id, sent.status]).toEqual([id, 201]);
      return String(((await sent.json()) as JsonObject).id);
    };
    const original = await send('original', 'application/pdf', buildPdf());
    const page = await send('page-1', 'image/png', buildPng());
    const boxed = await send('boxed', 'application/pdf', buildPdf());
    const room = { id: 'room-2', account: 'demo-auditor', from: '2025-03-01', to: '2025-03-31' };
    const rooms = `/api/v1/samples/${idOf(drawn.json.sample)}/rooms`;
    const inRoom = `/api/v1/rooms/${idOf((await secured.ask('coordinator', 'POST', rooms, room)).json.room)}`;
    const opens = async (file: string): Promise<number> =>
      (await secured.fetchAs('auditor', `${inRoom}/documents/${file}`)).status;
    expect([await opens(original), await opens(page)]).toEqual([404, 404]);

    const propose = (who: string, pages: string[]) =>
      secured.ask(who, 'POST', '/api/v1/redactions', { id: 'redaction-1', file: original, pages });
    expect((await propose('auditor', [page])).status).toBe(403);
    expect((await propose('twin-coordinator', [page])).status).toBe(404);
    expect((await propose('coordinator', [boxed])).json).toMatchObject({ code: 'redaction-pages' });
    const proposed = await propose('coordinator', [page]);
    expect(proposed.json).toMatchObject({ result: 'proposed' });
    expect(await opens(page)).toBe(404);
    const approve = (who: string) =>
      secured.ask(who, 'POST', `/api/v1/redactions/${idOf(proposed.json.redaction)}/approval`);
    expect((await approve('coordinator')).json).toMatchObject({ code: 'redaction-second-person' });
    expect((await approve('twin-coordinator')).status).toBe(404);
    expect((await approve('second')).json).toMatchObject({ result: 'approved' });

    expect([await opens(original), await opens(page)]).toEqual([404, 200]);
    const { body } = await secured.ask('auditor', 'GET', inRoom);
    expect(body).toContain(`"redacted":[{"file":"${page}"`);
    expect(body).not.toContain('Айгүл');
    const log = await secured.ask('coordinator', 'GET', `${inRoom}/log`);
    expect(log.body).toContain(`file/${page}`);
  });
});
