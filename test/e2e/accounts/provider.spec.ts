import { startAccountsApi, type AccountsApi } from './accounts-api';
import { problem, type Browser } from './browser';
import { SignInService } from './sign-in-service';

const CALLBACK = '/api/v1/session/provider/callback';
const GROUPS = { partners: [{ role: 'university', organisation: 'uni-1' }] };

describe("sign-in at the organisation's own service", () => {
  let service: SignInService;
  let api: AccountsApi;
  beforeAll(async () => {
    // It warns that it is no product as it is configured here.
    for (const say of ['info', 'warn'] as const) jest.spyOn(console, say).mockReturnValue(undefined);
    service = await SignInService.open();
    api = await startAccountsApi({
      OIDC_ISSUER: service.issuer,
      OIDC_CLIENT_SECRET: 'a-secret-that-is-only-for-tests',
      OIDC_GROUPS: JSON.stringify(GROUPS),
    });
    await service.serve(`${api.url}${CALLBACK}`);
  });
  afterAll(async () => {
    await api.close();
    await service.close();
  });

  /** Goes there and answers the path with which it comes back. */
  async function go(browser: Browser): Promise<string> {
    const { headers } = await browser.get('/api/v1/session/provider');
    const back = await service.visit(String(headers.location));
    return back.slice(api.url.length);
  }

  it('opens a session with what its groups give', async () => {
    const browser = api.browser();
    const back = await browser.get(await go(browser));
    expect([back.status, back.headers.location]).toEqual([303, `${api.url}/`]);
    const { body } = await browser.get('/api/v1/session');
    expect(body).toMatchObject({ owesSecondFactor: false });
    expect(body.grants).toEqual([{ role: 'university', organisation: 'uni-1' }]);
    expect((await browser.get('/api/v1/account')).body).toMatchObject({
      name: 'Мария Лебедева',
      email: 'maria@uni.example',
    });
  });

  it('is the same account the next time, and loses what its groups no longer give', async () => {
    const first = api.browser();
    await first.get(await go(first));
    const { account } = (await first.get('/api/v1/session')).body;
    const user = service.users.get('мария');
    service.users.set('мария', { name: 'Мария', email: 'maria@uni.example', groups: [] });
    const second = api.browser();
    await second.get(await go(second));
    if (user !== undefined) service.users.set('мария', user);
    expect((await second.get('/api/v1/session')).body).toMatchObject({ account, grants: [] });
  });

  it('lets nobody in to whom no group gives anything', async () => {
    const browser = api.browser();
    service.user = 'guest';
    const back = await browser.get(await go(browser));
    service.user = 'мария';
    expect(problem(back)).toBe('403 provider-no-access');
  });

  it('takes a code once, in the browser that asked for it, and with its own state', async () => {
    const browser = api.browser();
    const path = await go(browser);
    const other = api.browser();
    expect(problem(await other.get(path))).toBe('401 login-expired');
    const cookie = browser.cookies.get('lotse-login') ?? '';
    expect((await browser.get(path)).status).toBe(303);
    browser.cookies.set('lotse-login', cookie);
    expect(problem(await browser.get(path))).toBe('401 login-expired');
    const third = api.browser();
    await third.get('/api/v1/session/provider');
    expect(problem(await third.get(path))).toBe('401 provider-refused');
    const fourth = api.browser();
    const wrong = (await go(fourth)).replace(/state=[^&]+/, 'state=another');
    expect(problem(await fourth.get(wrong))).toBe('401 provider-refused');
  });

  it('knows keys that the service has changed', async () => {
    await service.serve(`${api.url}${CALLBACK}`);
    const browser = api.browser();
    expect((await browser.get(await go(browser))).status).toBe(303);
  });

  it('says so while the service is away; open sessions go on', async () => {
    const browser = api.browser();
    await browser.get(await go(browser));
    service.away();
    const answer = await api.browser().get('/api/v1/session/provider');
    await service.serve(`${api.url}${CALLBACK}`);
    expect(problem(answer)).toBe('503 provider-unavailable');
    expect((await browser.get('/api/v1/session')).status).toBe(200);
  });

  it('keeps the tokens of the service to itself', () => {
    expect(api.log()).not.toMatch(/maria|Мария|eyJ/);
  });
});
