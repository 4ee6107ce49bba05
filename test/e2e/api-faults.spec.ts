import type { LineAnswer, Journeys } from '@lotse/journeys';
import { createLogger } from '@lotse/platform';
import request from 'supertest';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../../apps/api/src/create-api';
import { Draining } from '../../apps/api/src/draining';
import { tokenHash } from '../../apps/api/src/auth/token-hash';
import { openImport } from './support/open-import';

const TOKEN = 'a-token-for-parts-that-are-not-real-1';
const SECRET = 'Anna Müller at /srv/lotse/secret.ts:12';
const fails = (): Promise<never> => Promise.reject(new Error(SECRET));

/** Parts that all fail, unless a test puts one in their place. */
async function startWith(journeys: Partial<Journeys>) {
  const lines: string[] = [];
  const app = await createApi({
    journeys: {
      submit: fails,
      importLines: () => {
        throw new Error(SECRET);
      },
      getJourney: fails,
      timeline: fails,
      listJourneys: fails,
      observe: fails,
      fireClock: fails,
      sweepLagging: fails,
      resumeAll: fails,
      ...journeys,
    },
    sheets: { resolveProgramme: fails, sheet: fails, units: fails },
    tokens: { put: fails, list: () => Promise.resolve([{ id: 'administrator', hash: tokenHash(TOKEN) }]) },
    database: { ask: fails },
    draining: new Draining(),
    logger: createLogger({
      process: 'api',
      level: 'debug',
      destination: { write: (line) => void lines.push(line) },
    }),
    publicUrl: undefined,
  });
  await app.listen(0, '127.0.0.1');
  const server: Server = app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, log: () => lines.join(''), close: () => app.close() };
}

describe('a fault that nobody foresaw', () => {
  it.each(['/api/v1/journeys', '/api/v1/journeys/j01', '/api/v1/journeys/j01/timeline', '/api/v1/sheet'])(
    'at %s shows nothing of itself to the caller nor to the log',
    async (path) => {
      const api = await startWith({});
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
      await api.close();
    },
  );

  it('in an import is its status before the first answer, and its last line after', async () => {
    const early = await startWith({});
    const none = openImport(early.url, TOKEN);
    await none.send('{}\n');
    expect((await none.response).statusCode).toBe(500);
    none.leave();
    await early.close();
    const answer: LineAnswer = { line: 1, type: null, id: null, result: 'accepted' };
    const late = await startWith({
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
    await late.close();
  });
});

describe('an import whose sender reads nothing', () => {
  it('waits, and stops when the sender goes away', async () => {
    const ENDLESS = 10_000_000;
    let given = 0;
    let ended: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => (ended = resolve));
    const api = await startWith({
      importLines: async function* () {
        try {
          while (given < ENDLESS)
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
    expect(given).toBeLessThan(ENDLESS / 10);
    await api.close();
  });
});
