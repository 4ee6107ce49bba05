import type { Journeys, LineAnswer } from '@lotse/journeys';
import request from 'supertest';
import { SECRET, startWith, TOKEN, type ApiOfParts } from './support/api-of-parts';
import { openImport } from './support/open-import';

const started: ApiOfParts[] = [];
async function start(journeys: Partial<Journeys> = {}): Promise<ApiOfParts> {
  const api = await startWith(journeys);
  started.push(api);
  return api;
}
afterEach(async () => {
  for (const api of started.splice(0)) await api.close();
});

describe('a fault that nobody foresaw', () => {
  it.each(['/api/v1/journeys', '/api/v1/journeys/j01', '/api/v1/journeys/j01/timeline', '/api/v1/sheet'])(
    'at %s shows nothing of itself to the caller nor to the log',
    async (path) => {
      const api = await start({});
      const { body, text, type } = await request(api.url)
        .get(path)
        .auth(TOKEN, { type: 'bearer' })
        .expect(500);
      expect(type).toBe('application/problem+json');
      expect(body).toMatchObject({ type: 'urn:lotse:problem:internal', code: 'internal', unmet: [] });
      expect(text).not.toMatch(/Müller|secret|\.ts|at \//);
      expect(api.log()).toMatch(/"message":"request failed"|"msg":"request failed"/);
      expect(api.log()).toContain(body.requestId);
      expect(api.log()).not.toMatch(/Müller/);
    },
  );

  it('in an import is its status before the first answer, and its last line after', async () => {
    const early = await start({});
    const none = openImport(early.url, TOKEN);
    await none.send('{}\n');
    expect((await none.response).statusCode).toBe(500);
    none.leave();
    const answer: LineAnswer = { line: 1, type: null, id: null, result: 'accepted' };
    const late = await start({
      importLines: async function* () {
        yield answer;
        throw new Error(SECRET);
      },
    });
    const upload = openImport(late.url, TOKEN);
    await upload.send('{}\n');
    expect(await upload.nextAnswer()).toEqual(answer);
    const last = await upload.nextAnswer();
    expect(last).toMatchObject({ problem: { code: 'internal' } });
    expect(JSON.stringify(last)).not.toMatch(/Müller/);
    upload.leave();
  });
});

describe('an import whose sender reads nothing', () => {
  it('waits, and stops when the sender goes away', async () => {
    const MORE_THAN_BUFFERS = 200_000;
    let given = 0;
    let ended: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => (ended = resolve));
    const api = await start({
      importLines: async function* () {
        try {
          while (given < MORE_THAN_BUFFERS)
            yield { line: (given += 1), type: null, id: 'x'.repeat(64), result: 'unchanged' };
        } finally {
          ended();
        }
      },
    });
    const upload = openImport(api.url, TOKEN);
    await upload.send('{}\n');
    (await upload.response).pause();
    upload.leave();
    await stopped;
    expect(given).toBeLessThan(MORE_THAN_BUFFERS);
  });
});
