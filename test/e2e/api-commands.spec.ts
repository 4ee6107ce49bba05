import type { JsonObject } from '@lotse/domain';
import { bodyOf, commandsOf, referenceRecords, startTestApi, type ApiUnderTest } from './support/running-api';

const problem = (code: string, status: number): object =>
  expect.objectContaining({ type: `urn:lotse:problem:${code}`, code, status });

describe('a command over HTTP', () => {
  let api: ApiUnderTest;
  const [nominate, consent] = commandsOf('j01').map(bodyOf) as [JsonObject, JsonObject];
  const commands = '/api/v1/journeys/j01/commands';

  beforeAll(async () => {
    api = await startTestApi();
    await api.importLines(referenceRecords());
    await api.post(commands, nominate).expect(201);
  });
  afterAll(() => api.close());

  it('is accepted once and answered as repeated after', async () => {
    const first = await api.post(commands, consent).expect(201);
    expect(first.body).toEqual({ id: 'c00002', journey: 'j01', result: 'accepted', version: 2 });
    expect(first.headers.etag).toBe('"2"');
    const second = await api.post(commands, consent).expect(200);
    expect(second.body).toEqual({ id: 'c00002', journey: 'j01', result: 'repeated', version: 2 });
    expect(second.headers.etag).toBe('"2"');
  });
});
