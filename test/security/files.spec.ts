import type { JsonObject } from '@lotse/domain';
import { LIMITS } from '@lotse/files';
import { createHash } from 'node:crypto';
import { buildPdf } from '../files/build-pdf';
import { openSecuredApi, type SecuredApi } from './support/secured-api';

jest.setTimeout(600_000);

const FILES = '/api/v1/journeys/j01/files';
const NAME = 'Паспорт Айгүл.pdf';
const PDF = 'application/pdf';

/** An answer without the id that was asked for and that of the request. */
const worded = (body: string, id: string): string =>
  body.replaceAll(id, 'ID').replace(/"requestId":"[^"]+"/, '');

describe('files over HTTP', () => {
  let secured: SecuredApi;
  beforeAll(async () => {
    secured = await openSecuredApi({ LOTSE_OPEN_UNSCANNED_FILES: 'true' });
  });
  afterAll(() => secured.close());

  const send = async (
    who: string,
    query: Readonly<Record<string, string>>,
    bytes: Buffer = buildPdf(),
    type = PDF,
    path = FILES,
  ): Promise<{ readonly status: number; readonly json: JsonObject }> => {
    const search = new URLSearchParams({ name: NAME, topic: 'identity', ...query });
    const response = await secured.fetchAs(who, `${path}?${search}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: Uint8Array.from(bytes),
    });
    return { status: response.status, json: (await response.json()) as JsonObject };
  };

  it('come back byte by byte under their own name, to be saved and not to be run', async () => {
    const sent = await send('candidate', { id: 'passport', reference: 'evidence-passport' });
    const id = String(sent.json.id);
    expect(id).toMatch(/^passport\./);
    expect(sent).toMatchObject({
      status: 201,
      json: {
        id,
        journey: 'j01',
        person: 'p01',
        name: NAME,
        type: PDF,
        reference: 'evidence-passport',
        sha256: createHash('sha256').update(buildPdf()).digest('hex'),
        uploadedBy: 'demo-candidate',
      },
    });
    expect(sent.json).not.toHaveProperty('address');
    expect(await send('candidate', { id: 'passport', reference: 'evidence-passport' })).toMatchObject({
      status: 201,
      json: { id },
    });
    const response = await secured.fetchAs('candidate', `/api/v1/files/${id}/content`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(buildPdf());
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': PDF,
      'content-disposition': expect.stringContaining(`filename*=UTF-8''${encodeURIComponent(NAME)}`),
      'content-security-policy': "default-src 'none';sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(secured.api.log()).not.toContain('Паспорт');
    expect(secured.api.log()).not.toContain(encodeURIComponent('Паспорт'));
  });

  it('about identity are for those who see it: no company, no mentor, no auditor', async () => {
    const { json } = await send('candidate', { id: 'birth', topic: 'identity' });
    const path = `/api/v1/files/${String(json.id)}`;
    for (const who of ['coordinator', 'university'])
      expect(await secured.ask(who, 'GET', path)).toMatchObject({ status: 200 });
    for (const who of ['company', 'mentor']) {
      expect(await secured.ask(who, 'GET', path)).toMatchObject({
        status: 404,
        json: { code: 'file-unknown' },
      });
      expect(await secured.ask(who, 'GET', '/api/v1/files/birth/content')).toMatchObject({ status: 404 });
      expect(await secured.ask(who, 'GET', FILES)).toMatchObject({ status: 200, json: { files: [] } });
      expect(await send(who, { id: `of-${who}` })).toMatchObject({
        status: 403,
        json: { code: 'not-allowed' },
      });
    }
    for (const who of ['auditor', 'administrator', 'funder', 'municipality'])
      expect(await secured.ask(who, 'GET', path)).toMatchObject({ status: 403 });
  });

  it('that a company sent about its own side are everybody’s there and nobody else’s; the list of each holds what each may see', async () => {
    const sent = await send('company', { id: 'agreement', topic: 'placement' });
    expect(sent).toMatchObject({ status: 201 });
    expect(sent.json).not.toHaveProperty('organisation');
    const listed = async (who: string): Promise<unknown[]> => {
      const { json } = await secured.ask(who, 'GET', `${FILES}?limit=200`);
      return (json.files as JsonObject[]).map(({ id }) => id);
    };
    expect(await listed('company')).toEqual([expect.stringMatching(/^agreement\./)]);
    expect(await listed('colleague')).toEqual([expect.stringMatching(/^agreement\./)]);
    const content = `/api/v1/files/${String(sent.json.id)}/content`;
    expect(await secured.ask('colleague', 'GET', content)).toMatchObject({ status: 200 });
    expect(await secured.ask('twin-company', 'GET', content)).toMatchObject({ status: 404 });
    expect(await listed('mentor')).toEqual([]);
    expect(await listed('coordinator')).toEqual(
      [/^agreement\./, /^birth\./, /^passport\./].map((id) => expect.stringMatching(id) as string),
    );
    const first = (await secured.ask('coordinator', 'GET', `${FILES}?limit=1`)).json;
    const next = String(first.next);
    expect(first).toMatchObject({ files: [{ id: next }], next: expect.stringMatching(/^agreement\./) });
    const { json } = await secured.ask('coordinator', 'GET', `${FILES}?limit=1&cursor=${next}`);
    expect(json).toMatchObject({ files: [{ id: expect.stringMatching(/^birth\./) }] });
  });

  it('of others are answered byte by byte as those that do not exist', async () => {
    const secret = String((await send('candidate', { id: 'secret' })).json.id);
    for (const who of ['twin-coordinator', 'twin-candidate', 'twin-company', 'company'])
      for (const part of ['', '/content']) {
        const there = await secured.ask(who, 'GET', `/api/v1/files/${secret}${part}`);
        const nowhere = await secured.ask(who, 'GET', `/api/v1/files/absent${part}`);
        expect(there.status).toBe(404);
        expect(worded(there.body, secret)).toBe(worded(nowhere.body, 'absent'));
        expect(there.headers).toEqual(nowhere.headers);
      }
    expect(await send('twin-candidate', { id: 'x' })).toMatchObject({
      status: 404,
      json: { code: 'journey-unknown' },
    });
  });

  it('open in an emergency, to whoever opened it and as long as it is open', async () => {
    const sent = await send(
      'twin-candidate',
      { id: 'of-twin' },
      buildPdf(),
      PDF,
      '/api/v1/journeys/t-j01/files',
    );
    const content = `/api/v1/files/${String(sent.json.id)}/content`;
    const statusOf = async (who: string): Promise<number> => (await secured.ask(who, 'GET', content)).status;
    expect(await statusOf('coordinator')).toBe(404);
    const emergency = { id: 'em-file', reason: 'Das Krankenhaus braucht den Ausweis', hours: 1 };
    await secured.ask('coordinator', 'POST', '/api/v1/journeys/t-j01/emergency', emergency);
    expect(await statusOf('coordinator')).toBe(200);
    expect(await statusOf('second')).toBe(404);
    await secured.ask('coordinator', 'DELETE', '/api/v1/journeys/t-j01/emergency/em-file');
    expect(await statusOf('coordinator')).toBe(404);
  });

  it('under an id that others have taken are files of their own, so that nobody learns which ids there are', async () => {
    const chosen = { id: 'same-id', topic: 'placement' };
    const sent = [
      await send('candidate', { ...chosen, topic: 'identity' }),
      await send('company', chosen, buildPdf(['<< /Type /Font >>'])),
      await send('twin-company', chosen, buildPdf(), PDF, '/api/v1/journeys/t-j01/files'),
    ];
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(sent.map(({ json }) => json.id)).size).toBe(3);
  });

  it.each([
    ['that acts by itself', buildPdf(['<< /S /Launch >>']), PDF, 422, 'file-active-content'],
    ['that is empty', Buffer.alloc(0), PDF, 422, 'file-empty'],
    ['that is cut off', buildPdf().subarray(0, 40), PDF, 422, 'file-broken'],
    ['of another type than stated', buildPdf(), 'image/png', 415, 'file-type-differs'],
    ['of a type that is not taken', Buffer.from('<svg/>'), 'image/svg+xml', 415, 'file-type-unknown'],
    ['in JSON', Buffer.from('{}'), 'application/json', 415, 'file-type-unknown'],
    ['that is too large', Buffer.alloc(LIMITS.bytes + 1), PDF, 413, 'file-too-large'],
  ])('%s is refused, and nothing of it is kept', async (_what, bytes, type, status, code) => {
    expect(await send('candidate', { id: 'hostile' }, bytes, type)).toMatchObject({ status, json: { code } });
    const { json } = await secured.ask('candidate', 'GET', `${FILES}?limit=200`);
    expect(JSON.stringify(json)).not.toContain('hostile');
  });

  it('of a wrong id, topic, name or field are refused with what would help', async () => {
    const wrong: readonly Record<string, string>[] = [
      { id: '../x' },
      { id: 'a', topic: 'all' },
      { id: 'a', more: '1' },
    ];
    for (const query of wrong)
      expect(await send('candidate', query)).toMatchObject({ status: 422, json: { code: 'fields-invalid' } });
    expect(await send('candidate', { id: 'a', name: '../..' })).toMatchObject({
      status: 422,
      json: { code: 'file-name-invalid' },
    });
    expect(await send('candidate', { id: 'birth' }, buildPdf(['<< /Type /Font >>']))).toMatchObject({
      status: 409,
      json: { code: 'file-id-taken' },
    });
  });

  it('leave an entry in the audit of the person for who sent, listed and opened them', async () => {
    const audited = String((await send('candidate', { id: 'audited' })).json.id);
    await secured.ask('coordinator', 'GET', `/api/v1/files/${audited}/content`);
    await secured.ask('second', 'GET', FILES);
    const { json } = await secured.ask('lead', 'GET', '/api/v1/persons/p01/accesses?limit=200');
    const entries = json.entries as JsonObject[];
    for (const [who, action, whose] of [
      ['demo-candidate', 'file.upload', 'person/p01'],
      ['demo-coordinator', 'file.read', 'person/p01'],
      ['demo-second', 'file.read', 'journey/j01'],
    ])
      expect(entries).toContainEqual(
        expect.objectContaining({
          who,
          action,
          outcome: 'done',
          subjects: expect.arrayContaining([`file/${audited}`, whose]),
        }),
      );
  });
});

describe('without a malware scanner', () => {
  it('files wait and are not opened, unless the installation decided so', async () => {
    const secured = await openSecuredApi();
    try {
      const search = new URLSearchParams({ id: 'waits', name: NAME, topic: 'identity' });
      const sent = await secured.fetchAs('candidate', `${FILES}?${search}`, {
        method: 'POST',
        headers: { 'content-type': PDF },
        body: Uint8Array.from(buildPdf()),
      });
      const { id, state } = (await sent.json()) as JsonObject;
      expect(state).toBe('pending');
      expect(await secured.ask('candidate', 'GET', `/api/v1/files/${String(id)}/content`)).toMatchObject({
        status: 409,
        json: { code: 'file-pending' },
      });
    } finally {
      await secured.close();
    }
  });
});
