import type { JsonObject } from '@lotse/domain';
import { openImport } from './support/open-import';
import { commandsOf, referenceRecords, startTestApi, type ApiUnderTest } from './support/running-api';

const results = (answers: readonly JsonObject[]): unknown[] => answers.map(({ result }) => result);
const organisation = (id: string): string =>
  `${JSON.stringify({ type: 'organisation', id, kind: 'company', name: `Company ${id}` })}\n`;

describe('an import over HTTP', () => {
  let api: ApiUnderTest;
  beforeAll(async () => (api = await startTestApi()));
  afterAll(() => api.close());

  it('answers each line, and takes the same file again without doing anything twice', async () => {
    const text = [
      referenceRecords(),
      ...commandsOf('j02')
        .slice(0, 3)
        .map((line) => JSON.stringify(line)),
    ].join('\n');
    const first = await api.importLines(text);
    expect(first).toHaveLength(text.split('\n').length);
    expect(new Set(results(first))).toEqual(new Set(['accepted']));
    expect(first.at(-1)).toMatchObject({
      line: first.length,
      type: 'command',
      result: 'accepted',
      version: 3,
    });
    const second = await api.importLines(text);
    expect(new Set(results(second))).toEqual(new Set(['repeated', 'unchanged']));
  });

  it('goes on after lines that are refused, each with its number, id and what would help', async () => {
    const answers = await api.importLines(
      [
        organisation('ok-1').trim(),
        '{"type": "organisation", "id": "broken"',
        '',
        '[]',
        '{"type": "planet", "id": "x1"}',
        '{"type": "organisation", "id": "x2", "kind": "company"}',
        '{"type": "command", "id": "x3", "journey": "j99", "command": "withdraw", "happenedOn": "2024-01-09", "by": {"role": "candidate"}, "data": {"reason": "x"}}',
        organisation('ok-2').trim(),
      ].join('\r\n'),
    );
    expect(answers.map(({ line, id, result, refusal }) => [line, id, result, Object(refusal).code])).toEqual([
      [1, 'ok-1', 'accepted', undefined],
      [2, null, 'refused', 'line-unreadable'],
      [4, null, 'refused', 'line-unreadable'],
      [5, 'x1', 'refused', 'unknown-type'],
      [6, 'x2', 'refused', 'fields-invalid'],
      [7, 'x3', 'refused', 'journey-unknown'],
      [8, 'ok-2', 'accepted', undefined],
    ]);
    for (const { refusal } of answers)
      for (const unmet of Object(refusal).unmet ?? [])
        expect(unmet).toHaveProperty('remedy', expect.stringMatching(/.+/));
  });

  it('refuses a line over 1 MiB and goes on, however long it is', async () => {
    const upload = openImport(api.url, api.token);
    await upload.send('{"type": "organisation", "id": "long", "name": "');
    const piece = Buffer.alloc(1_048_576, 'x');
    for (let sent = 0; sent < 24; sent += 1) await upload.send(piece);
    await upload.send(`"}\n${organisation('after-long')}`);
    expect(await upload.nextAnswer()).toMatchObject({
      line: 1,
      result: 'refused',
      refusal: { code: 'line-too-long' },
    });
    expect(await upload.nextAnswer()).toMatchObject({ line: 2, id: 'after-long', result: 'accepted' });
    upload.end();
    expect(await upload.nextAnswer()).toBeUndefined();
  });

  it('answers a line while the rest of the file is still to come', async () => {
    const upload = openImport(api.url, api.token);
    await upload.send(organisation('early-1'));
    expect((await upload.response).statusCode).toBe(200);
    expect((await upload.response).headers['content-type']).toMatch(/^application\/x-ndjson/);
    expect(await upload.nextAnswer()).toMatchObject({ line: 1, id: 'early-1', result: 'accepted' });
    await upload.send(organisation('early-2').slice(0, 20));
    await upload.send(organisation('early-2').slice(20));
    expect(await upload.nextAnswer()).toMatchObject({ line: 2, id: 'early-2', result: 'accepted' });
    upload.end();
    expect(await upload.nextAnswer()).toBeUndefined();
  });

  it('keeps what was answered when its sender goes away, and half a line does nothing', async () => {
    const upload = openImport(api.url, api.token);
    await upload.send(`${organisation('kept')}${organisation('never').slice(0, -3)}`);
    expect(await upload.nextAnswer()).toMatchObject({ id: 'kept', result: 'accepted' });
    upload.response.then((response) => response.on('error', () => undefined)).catch(() => undefined);
    upload.leave();
    const again = await api.importLines(organisation('kept') + organisation('never'));
    expect(results(again)).toEqual(['unchanged', 'accepted']);
  });

  it('takes an empty file', async () => {
    expect(await api.importLines('\n\n')).toEqual([]);
  });

  it('is taken as JSON Lines only', async () => {
    const { body } = await api.post('/api/v1/imports', { type: 'organisation' }).expect(415);
    expect(body).toMatchObject({ code: 'media-type-unsupported' });
    expect(body.detail).toMatch(/application\/x-ndjson/);
  });

  it('ends with a problem when the process stops, and the connection with it', async () => {
    const upload = openImport(api.url, api.token);
    await upload.send(organisation('before-stop'));
    expect(await upload.nextAnswer()).toMatchObject({ id: 'before-stop', result: 'accepted' });
    const stopped = api.stop();
    expect(await upload.nextAnswer()).toMatchObject({ problem: { code: 'shutting-down', status: 503 } });
    expect(await upload.nextAnswer()).toBeUndefined();
    upload.end();
    await stopped;
  });
});
