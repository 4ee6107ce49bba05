import { startTestApi, type ApiUnderTest } from './support/running-api';

describe('complaints without a name', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startTestApi({ RATE_LIMIT_COMPLAINTS: '3' });
  });
  afterAll(() => api.close());

  const ask = (path: string, body: object): Promise<Response> =>
    fetch(`${api.url}/api/v1/complaints/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lotse-request': '1' },
      body: JSON.stringify(body),
    });

  it('and the guessing of their codes are counted by a limit of their own, before anything is read', async () => {
    const guess = { code: 'кимдир бирөөнүн коду' };
    const answers: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) answers.push((await ask('anonymous/answer', guess)).status);
    expect(answers).toEqual([404, 404, 404]);
    const refused = await ask('anonymous', { id: 'k-1', code: guess.code });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests' });
    const signIn = await fetch(`${api.url}/api/v1/session/ways`);
    expect(signIn.status).toBe(200);
  });
});
