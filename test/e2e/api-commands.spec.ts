import type { JsonObject } from '@lotse/domain';
import { bodyOf, commandsOf, referenceRecords, startTestApi, type ApiUnderTest } from './support/running-api';

const COMMANDS = '/api/v1/journeys/j01/commands';
const [nominate, consent, score] = commandsOf('j01').map(bodyOf) as [JsonObject, JsonObject, JsonObject];

/** Every problem, whatever it is about. */
const problem = (code: string, status: number): object =>
  expect.objectContaining({
    type: `urn:lotse:problem:${code}`,
    code,
    status,
    title: expect.any(String),
    detail: expect.any(String),
    instance: expect.stringMatching(/^\//),
    unmet: expect.any(Array),
    requestId: expect.stringMatching(/^.{8,}$/),
  });
const unmet = (guard: string, remedy: RegExp): object =>
  expect.objectContaining({ guard, remedy: expect.stringMatching(remedy) });

describe('a command over HTTP', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startTestApi();
    await api.importLines(referenceRecords());
    await api.post(COMMANDS, nominate).expect(201);
  });
  afterAll(() => api.close());

  it('is accepted once and answered as repeated after', async () => {
    const first = await api.post(COMMANDS, consent).expect(201);
    expect(first.body).toEqual({ id: 'c00002', journey: 'j01', result: 'accepted', version: 2 });
    expect(first.headers.etag).toBe('"2"');
    const second = await api.post(COMMANDS, consent).expect(200);
    expect(second.body).toEqual({ id: 'c00002', journey: 'j01', result: 'repeated', version: 2 });
    expect(second.headers.etag).toBe('"2"');
  });

  it('is the same command as the line of an import', async () => {
    const [line] = await api.importLines(JSON.stringify(commandsOf('j01')[0]));
    expect(line).toMatchObject({ id: 'c00001', result: 'repeated', version: 1 });
  });

  it('takes its id from Idempotency-Key, plain or quoted', async () => {
    const { id: _id, ...withoutId } = score;
    await api.post(COMMANDS, withoutId).set('Idempotency-Key', 'c00003').expect(201);
    await api.post(COMMANDS, withoutId).set('Idempotency-Key', '"c00003"').expect(200);
    await api.post(COMMANDS, score).set('Idempotency-Key', 'c00003').expect(200);
  });

  it('is refused without an id, and with two', async () => {
    const { id: _id, ...withoutId } = score;
    const none = await api.post(COMMANDS, withoutId).expect(422);
    expect(none.body).toEqual(problem('fields-invalid', 422));
    expect(none.body.unmet).toEqual([unmet('field:id', /Idempotency-Key/)]);
    const two = await api.post(COMMANDS, score).set('Idempotency-Key', 'other').expect(422);
    expect(two.body.unmet).toEqual([unmet('field:id', /same id/)]);
  });

  it('is refused with the id of another command', async () => {
    const answer = await api.post(COMMANDS, {
      ...consent,
      data: { ...Object(consent.data), language: 'de' },
    });
    expect(answer.body).toEqual(problem('id-clash', 409));
  });

  it('names every unmet guard, who can meet it and what would', async () => {
    const advance = {
      id: 'to-sel',
      command: 'advance',
      happenedOn: '2024-01-10',
      by: { role: 'coordinator' },
      data: { to: 'SEL' },
    };
    const answer = await api.post(COMMANDS, advance);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toEqual(problem('guards-unmet', 422));
    expect(answer.body.unmet.length).toBeGreaterThan(1);
    for (const { guard, who, remedy } of answer.body.unmet) {
      expect(guard).toMatch(/^[a-z:-]+/);
      expect(who).not.toHaveLength(0);
      expect(remedy).not.toBe('');
    }
  });

  it.each([
    ['an unknown command', { command: 'fly' }, 'unknown-command', 422, /no command fly/],
    [
      'a misspelt field of data',
      { data: { consentVersion: '2023-10', langauge: 'ky' } },
      'fields-invalid',
      422,
      /Remove data\.langauge/,
    ],
    [
      'a wrong type in data',
      { data: { consentVersion: 7, language: 'ky' } },
      'fields-invalid',
      422,
      /data\.consentVersion must be/,
    ],
    [
      'NUL in text',
      { data: { consentVersion: 'a\u0000b', language: 'ky' } },
      'fields-invalid',
      422,
      /consentVersion/,
    ],
    [
      'half a surrogate pair',
      { data: { consentVersion: '2023-10', language: 'k\ud800' } },
      'fields-invalid',
      422,
      /language/,
    ],
    ['an unknown field beside data', { note: 'x' }, 'fields-invalid', 422, /Remove note: known here are/],
    ['a field of every object', { constructor: 'x' }, 'fields-invalid', 422, /Remove constructor/],
    [
      'recordedAt, which belongs to imports',
      { recordedAt: '2024-01-10T10:00:00Z' },
      'fields-invalid',
      422,
      /Remove recordedAt/,
    ],
    ['null for an id', { id: null }, 'fields-invalid', 422, /id must be an id/],
    ['an id with a space', { id: 'a b' }, 'fields-invalid', 422, /id must be an id/],
    ['a day that is none', { happenedOn: '2024-02-30' }, 'fields-invalid', 422, /happenedOn must be/],
    ['a day that is text', { happenedOn: 'today' }, 'fields-invalid', 422, /happenedOn must be/],
    ['an actor that is text', { by: 'candidate' }, 'fields-invalid', 422, /by must be an object/],
    ['an unknown role', { by: { role: 'king' } }, 'fields-invalid', 422, /by\.role must be one of/],
    ['data that is a list', { data: [] }, 'fields-invalid', 422, /data must be an object/],
    ['a version that is text', { expectedVersion: '2' }, 'fields-invalid', 422, /expectedVersion must be/],
    ['a day after today', { happenedOn: '2024-01-11' }, 'day-not-allowed', 422, /after today, 2024-01-10/],
    ['a day too long ago', { happenedOn: '2022-01-10' }, 'day-not-allowed', 422, /administrator imports/],
    [
      'another role',
      { by: { role: 'mentor', organisation: 'company-1' } },
      'actor-not-allowed',
      403,
      /given by candidate/,
    ],
    ['a version that has passed', { expectedVersion: 1 }, 'version-conflict', 409, /is at version \d, not 1/],
  ])('refuses %s', async (_name, change, code, status, remedy) => {
    const answer = await api
      .post(COMMANDS, { ...consent, id: `bad-${code}`, ...change } as JsonObject)
      .expect(status);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toEqual(problem(code, status));
    expect(answer.body.detail).toMatch(remedy);
    expect(answer.body.instance).toBe(COMMANDS);
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
  });

  it('names all faults of an envelope at once', async () => {
    const answer = await api.post(COMMANDS, { id: 'x', happenedOn: 1, colour: 'red' }).expect(422);
    expect(answer.body.unmet.map(({ guard }: { guard: string }) => guard).sort()).toEqual([
      'field:by',
      'field:colour',
      'field:command',
      'field:data',
      'field:happenedOn',
    ]);
  });

  it('refuses what only Lotse itself may do', async () => {
    const fire = {
      id: 'clock.j01.x.2024-01-01',
      command: 'fire-clock',
      happenedOn: '2024-01-10',
      by: { role: 'system' },
      data: { clock: 'x', dueOn: '2024-01-01', effect: 'remind' },
    };
    expect((await api.post(COMMANDS, fire)).body).toEqual(problem('actor-not-allowed', 403));
  });

  it('refuses journeys that are not there, are there already, or cannot be', async () => {
    const elsewhere = { ...consent, id: 'elsewhere' };
    expect((await api.post('/api/v1/journeys/j99/commands', elsewhere)).body).toEqual(
      problem('journey-unknown', 404),
    );
    expect((await api.post(COMMANDS, { ...nominate, id: 'again' })).body).toEqual(
      problem('journey-exists', 409),
    );
    expect((await api.post('/api/v1/journeys/j%2001/commands', elsewhere)).body).toEqual(
      problem('fields-invalid', 422),
    );
  });

  it('refuses references to what nobody has recorded', async () => {
    const unknown = { ...nominate, id: 'unknown', data: { ...Object(nominate.data), person: 'p99' } };
    const answer = await api.post('/api/v1/journeys/j98/commands', unknown);
    expect(answer.body).toEqual(problem('reference-unknown', 422));
    expect(answer.body.detail).toMatch(/p99/);
  });

  describe('meant for one version', () => {
    const versionNow = async (): Promise<string> =>
      (await api.get('/api/v1/journeys/j01')).headers.etag ?? '';
    const decide = (id: string): JsonObject => ({
      id,
      command: 'score',
      happenedOn: '2024-01-10',
      by: { role: 'assessor' },
      data: { assessor: id, score: 80, conflictOfInterest: false },
    });

    it('is accepted while If-Match holds, and answers 412 with the present version after', async () => {
      const etag = await versionNow();
      const accepted = await api.post(COMMANDS, decide('v1')).set('If-Match', etag).expect(201);
      const missed = await api.post(COMMANDS, decide('v2')).set('If-Match', etag).expect(412);
      expect(missed.body).toEqual(problem('precondition-failed', 412));
      expect(missed.headers.etag).toBe(accepted.headers.etag);
      expect(missed.body.version).toBe(accepted.body.version);
    });

    it('is accepted with the tag of a command’s answer too', async () => {
      const { headers } = await api.post(COMMANDS, decide('v0')).expect(201);
      expect(headers.etag).toMatch(/^"\d+"$/);
      await api
        .post(COMMANDS, decide('v01'))
        .set('If-Match', headers.etag ?? '')
        .expect(201);
    });

    it('is answered as repeated although its version has passed', async () => {
      const etag = await versionNow();
      await api.post(COMMANDS, decide('v3')).set('If-Match', etag).expect(201);
      await api.post(COMMANDS, decide('v3')).set('If-Match', etag).expect(200);
    });

    it('takes the version in the body too, where both are equal', async () => {
      const etag = await versionNow();
      const version = Number(/\d+/.exec(etag)?.[0]);
      const differing = await api
        .post(COMMANDS, { ...decide('v4'), expectedVersion: 0 })
        .set('If-Match', etag);
      expect(differing.body).toEqual(problem('fields-invalid', 422));
      await api
        .post(COMMANDS, { ...decide('v4'), expectedVersion: version })
        .set('If-Match', etag)
        .expect(201);
    });

    it.each(['*', '5', 'W/"5"', '"5", "6"', '"05"'])('refuses If-Match %s', async (etag) => {
      const answer = await api.post(COMMANDS, decide('v5')).set('If-Match', etag).expect(422);
      expect(answer.body.unmet).toEqual([unmet('field:if-match', /such as "5"/)]);
    });
  });
});
