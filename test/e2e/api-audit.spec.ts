import type { JsonObject } from '@lotse/domain';
import { commandsOf, referenceRecords, startTestApi, TODAY, type ApiUnderTest } from './support/running-api';

describe('the audit over HTTP', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startTestApi();
    const until = (line: JsonObject): boolean => String(line.happenedOn) <= TODAY;
    const commands = ['j01', 'j02', 'j03'].flatMap(commandsOf).filter(until);
    await api.importLines([referenceRecords(), ...commands.map((line) => JSON.stringify(line))].join('\n'));
  });
  afterAll(() => api.close());

  const youngest = async (query = ''): Promise<JsonObject> => {
    const { body } = await api.get(`/api/v1/audit?limit=1${query}`).expect(200);
    return body.entries[0];
  };

  it('tells of a journey that was read: who, whose, how', async () => {
    await api.get('/api/v1/journeys/j01').expect(200);
    expect(await youngest()).toMatchObject({
      who: 'administrator',
      entrance: 'token',
      action: 'journey.read',
      outcome: 'done',
      subjects: ['journey/j01', 'person/p01'],
      programme: 'kg-glass-2023',
      from: '127.0.0.0/24',
    });
  });

  it('tells of each journey that a list showed', async () => {
    await api.get('/api/v1/journeys?limit=2').expect(200);
    expect(await youngest('&action=journey.list')).toMatchObject({
      subjects: ['journey/j01', 'journey/j02'],
      count: 2,
      programme: 'kg-glass-2023',
    });
  });

  it('tells of a command by its id and the names of its fields', async () => {
    const entry = await youngest('&action=command.submit&subject=journey/j02');
    expect(entry).toMatchObject({ who: 'administrator', outcome: 'done' });
    expect(entry).toHaveProperty('command');
    expect(entry).toHaveProperty('fields');
    expect(entry).not.toHaveProperty('data');
  });

  it('tells of what was refused, by whom it was tried or by nobody', async () => {
    await api.get('/api/v1/journeys/none-such').expect(404);
    await api.get('/api/v1/journeys/j01').set('Authorization', 'Bearer not-a-token').expect(401);
    const { body } = await api.get('/api/v1/audit?outcome=refused').expect(200);
    expect(body.entries.slice(0, 2)).toEqual([
      expect.objectContaining({ who: 'nobody', code: 'token-unknown', action: 'request' }),
      expect.objectContaining({
        who: 'administrator',
        code: 'journey-unknown',
        subjects: ['journey/none-such'],
      }),
    ]);
  });

  it('shows who reached what of one person, and of nobody else', async () => {
    await api.get('/api/v1/journeys/j02/timeline').expect(200);
    const { body } = await api.get('/api/v1/persons/p02/accesses?limit=200').expect(200);
    const [first] = body.entries;
    expect(first).toMatchObject({ action: 'journey.timeline', subjects: ['journey/j02'] });
    const actions = new Set(body.entries.map(({ action }: { action: string }) => action));
    expect(actions).toEqual(new Set(['journey.timeline', 'journey.list', 'command.submit', 'record.write']));
    for (const { subjects } of body.entries)
      expect(
        subjects.some((subject: string) => /^(journey\/j02|(record\/)?person\/p02)$/.test(subject)),
      ).toBe(true);
  });

  it('pages from the youngest to the first entry, each once', async () => {
    const positions: number[] = [];
    let cursor = '';
    do {
      const { body } = await api.get(`/api/v1/audit?limit=50${cursor}`).expect(200);
      positions.push(...body.entries.map(({ position }: { position: number }) => position));
      cursor = body.next === undefined ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(positions.at(-1)).toBe(1);
    expect(new Set(positions).size).toBe(positions.length);
  });

  it('refuses a filter that it does not know', async () => {
    await api.get('/api/v1/audit?subject=everything').expect(422);
    await api.get('/api/v1/audit?colour=blue').expect(422);
  });
});
