import { startApi, type RunningApi } from '../../../apps/api/src/start-api';
import { createLogger, loadConfig } from '@lotse/platform';
import { createTestDatabase } from '@lotse/testing';
import type { JsonObject } from '@lotse/domain';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Test } from 'supertest';
import { jsonLines } from './json-lines';

/** Deadline of each test on a machine that does other things too. */
jest.setTimeout(60_000);

/** No secret: it seals made-up people in databases that are dropped. */
export const MASTER_KEY = Buffer.alloc(32, 'lotse-test').toString('base64');

/** The real API on a real database of its own, on a free port of the loopback. */
export interface ApiUnderTest {
  readonly url: string;
  readonly databaseUrl: string;
  readonly home: string;
  readonly token: string;
  /** Everything it has logged so far. */
  log(): string;
  get(path: string): Test;
  /** Posts a JSON body as the administrator. */
  post(path: string, body: JsonObject): Test;
  put(path: string, body: JsonObject): Test;
  delete(path: string): Test;
  /** Posts a JSON body, or JSON Lines as they are, and answers the parsed lines. */
  lines(path: string, body: JsonObject | string): Promise<JsonObject[]>;
  /** From now on this is the day. */
  turnTo(day: string): void;
  /** Posts JSON Lines and answers the parsed lines. */
  importLines(text: string): Promise<JsonObject[]>;
  /** Stops the API and leaves the database. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** The day on which these tests happen, in the midst of the reference cohort. */
export const TODAY = '2024-01-10';

const reference = readFileSync(
  join(__dirname, '../../../examples/kg-glass-2023/kg-glass-2023.jsonl'),
  'utf8',
);
/** Records of the reference cohort, and the commands of one of its journeys up to a day. */
export const referenceRecords = (): string =>
  reference
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{"type": "command"'))
    .join('\n');
export const commandsOf = (journey: string): JsonObject[] =>
  jsonLines(reference).filter((line) => line.type === 'command' && line.journey === journey);

/** A command of the reference file as the body of a request. */
export function bodyOf({ type: _type, journey: _journey, ...body }: JsonObject): JsonObject {
  return body;
}

/** @param reach how the API is to reach its database, given the database's own address */
export async function startTestApi(
  environment: Readonly<Record<string, string>> = {},
  reach: (databaseUrl: string) => Promise<string> = (url) => Promise.resolve(url),
): Promise<ApiUnderTest> {
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'lotse-api-'));
  const lines: string[] = [];
  const config = loadConfig('api', {
    DATABASE_URL: await reach(database.url),
    LOTSE_MASTER_KEY: MASTER_KEY,
    LOTSE_HOME: home,
    PORT: '0',
    ...environment,
  });
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ process: 'api', level: 'debug', destination });
  let today = TODAY;
  const clock = { now: () => new Date(`${today}T12:00:00Z`) };
  const api: RunningApi = await startApi(config, logger, clock);
  const token =
    environment.LOTSE_ADMINISTRATOR_TOKEN ?? readFileSync(join(home, 'administrator.token'), 'utf8').trim();
  const agent = request(api.url);
  const answersTo = async (path: string, body: JsonObject | string): Promise<JsonObject[]> => {
    const answer = await agent
      .post(path)
      .auth(token, { type: 'bearer' })
      .type(typeof body === 'string' ? 'application/x-ndjson' : 'application/json')
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks).toString()));
      })
      .send(body);
    return jsonLines(String(answer.body));
  };
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= api.close());
  return {
    url: api.url,
    databaseUrl: database.url,
    home,
    token,
    log: () => lines.join(''),
    get: (path) => agent.get(path).auth(token, { type: 'bearer' }),
    post: (path, body) => agent.post(path).auth(token, { type: 'bearer' }).send(body),
    put: (path, body) => agent.put(path).auth(token, { type: 'bearer' }).send(body),
    delete: (path) => agent.delete(path).auth(token, { type: 'bearer' }),
    lines: answersTo,
    turnTo: (day) => void (today = day),
    importLines: (text) => answersTo('/api/v1/imports', text),
    stop,
    close: async () => {
      await stop();
      await database.drop();
      await rm(home, { recursive: true });
    },
  };
}
