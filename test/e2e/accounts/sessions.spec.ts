import {
  firstAdministrator,
  invited,
  PASSWORD,
  startAccountsApi,
  type AccountsApi,
  type SignedIn,
} from './accounts-api';
import { Browser, problem } from './browser';

const UNIVERSITY = [{ role: 'university', organisation: 'uni-1' }];
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** A change made elsewhere counts after this time at the latest. */
const TRUST = 5 * SECOND;

describe('sessions', () => {
  let api: AccountsApi;
  let administrator: SignedIn;
  let guests = 0;
  beforeAll(async () => {
    api = await startAccountsApi({ RATE_LIMIT_REFUSALS: '1000' });
    administrator = await firstAdministrator(api);
  });
  afterAll(() => api.close());

  const emailOf = (guest: number): string => `guest-${guest}@lotse.example`;
  const newGuest = async (): Promise<Browser> => {
    guests += 1;
    await proveAgain();
    return invited(api, administrator, { email: emailOf(guests), grants: UNIVERSITY });
  };
  /** The administrator's own session has ended where a test has let hours go by. */
  const proveAgain = async (): Promise<void> => {
    if ((await administrator.browser.get('/api/v1/session')).status === 200) return;
    api.clock.advance(30 * SECOND);
    await administrator.browser.post('/api/v1/session', { email: administrator.email, password: PASSWORD });
    const totp = api.code(administrator.totp);
    await administrator.browser.post('/api/v1/session/second-factor', { totp });
  };
  const accountOf = async (browser: Browser): Promise<string> =>
    String((await browser.get('/api/v1/session')).body.account);
  /** The same browser at another process. */
  const at = (url: string, { cookies }: Browser): Browser => {
    const browser = new Browser(url);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    return browser;
  };
  const rowsOf = async (account: string): Promise<number> =>
    (await api.query('SELECT id FROM account_session WHERE account = $1', [account])).length;

  it('end two hours after their last use, and go on while they are used', async () => {
    const guest = await newGuest();
    const account = await accountOf(guest);
    for (const _ of [1, 2, 3]) {
      api.clock.advance(2 * HOUR - SECOND);
      expect((await guest.get('/api/v1/session')).status).toBe(200);
    }
    api.clock.advance(2 * HOUR + SECOND);
    expect(problem(await guest.get('/api/v1/session'))).toBe('401 token-unknown');
    expect(await rowsOf(account)).toBe(0);
  });

  it('end twelve hours after they began, however busy', async () => {
    const guest = await newGuest();
    for (let hour = 1; hour < 12; hour += 1) {
      api.clock.advance(HOUR);
      expect((await guest.get('/api/v1/session')).status).toBe(200);
    }
    api.clock.advance(HOUR);
    expect(problem(await guest.get('/api/v1/session'))).toBe('401 token-unknown');
  });

  describe('at another process on the same database', () => {
    let elsewhere: string;
    beforeAll(async () => {
      elsewhere = await api.another();
    });

    it.each<[string, string, (account: string) => Promise<unknown>]>([
      [
        'a role that is taken away',
        '403 not-allowed',
        async (account) => {
          const [grant] = await api.query('SELECT id FROM account_grant WHERE account = $1', [account]);
          return administrator.browser.delete(`/api/v1/accounts/${account}/grants/${String(grant?.id)}`);
        },
      ],
      [
        'an account that is disabled',
        '401 token-unknown',
        (account) => administrator.browser.put(`/api/v1/accounts/${account}/status`, { status: 'disabled' }),
      ],
    ])('%s counts within five seconds, and here at once', async (_, refused, change) => {
      const here = await newGuest();
      const there = at(elsewhere, here);
      const account = await accountOf(here);
      expect((await there.get('/api/v1/journeys')).status).toBe(200);
      expect(await change(account)).toMatchObject({ status: 204 });
      expect(problem(await here.get('/api/v1/journeys'))).toBe(refused);
      api.clock.advance(TRUST);
      expect(problem(await at(elsewhere, there).get('/api/v1/journeys'))).toBe(refused);
    });

    it('a role that is given counts within five seconds', async () => {
      const here = await newGuest();
      const there = at(elsewhere, here);
      const account = await accountOf(there);
      const grant = { role: 'auditor', programme: 'kg-glass-2023' };
      const given = await administrator.browser.post(`/api/v1/accounts/${account}/grants`, grant);
      expect(given.status).toBe(201);
      api.clock.advance(TRUST);
      const { body } = await there.get('/api/v1/session');
      expect(body.grants).toHaveLength(2);
    });

    it('a sign-out counts within five seconds', async () => {
      const here = await newGuest();
      const there = at(elsewhere, here);
      expect((await there.get('/api/v1/session')).status).toBe(200);
      const out = await here.delete('/api/v1/session');
      expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
      api.clock.advance(TRUST);
      expect(problem(await there.get('/api/v1/session'))).toBe('401 token-unknown');
    });
  });

  it('are listed to their owner, who ends one of them by its id', async () => {
    const here = await newGuest();
    const there = api.browser();
    await there.post('/api/v1/session', { email: emailOf(guests), password: PASSWORD });
    const { body } = await here.get('/api/v1/account/sessions');
    expect(body.sessions).toHaveLength(2);
    const other = body.sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    expect(JSON.stringify(body)).not.toContain(there.cookies.get('lotse-session'));
    expect((await here.delete(`/api/v1/account/sessions/${other.id}`)).status).toBe(204);
    expect(problem(await there.get('/api/v1/session'))).toBe('401 token-unknown');
    expect((await here.get('/api/v1/account/sessions')).body.sessions).toMatchObject([{ isThis: true }]);
  });

  it('are ended by whoever has signed in or proved a factor within ten minutes, not by who found one open', async () => {
    const here = await newGuest();
    const there = api.browser();
    await there.post('/api/v1/session', { email: emailOf(guests), password: PASSWORD });
    api.clock.advance(600 * SECOND);
    const { body } = await here.get('/api/v1/account/sessions');
    const [own, other] = [true, false].map((isThis) =>
      String(body.sessions.find((one: { isThis: boolean }) => one.isThis === isThis).id),
    );
    expect(problem(await here.delete(`/api/v1/account/sessions/${other}`))).toBe('401 login-expired');
    expect(problem(await here.delete('/api/v1/account/sessions'))).toBe('401 login-expired');
    expect((await there.get('/api/v1/session')).status).toBe(200);
    expect((await here.delete(`/api/v1/account/sessions/${own}`)).status).toBe(204);
    const again = api.browser();
    await again.post('/api/v1/session', { email: emailOf(guests), password: PASSWORD });
    expect((await again.delete('/api/v1/account/sessions')).status).toBe(204);
    expect(problem(await there.get('/api/v1/session'))).toBe('401 token-unknown');
    await proveAgain();
    expect(problem(await administrator.browser.delete('/api/v1/account/sessions'))).toBe(
      '403 step-up-needed',
    );
    api.clock.advance(30 * SECOND);
    const totp = api.code(administrator.totp);
    await administrator.browser.post('/api/v1/session/step-up', { totp });
    expect((await administrator.browser.delete('/api/v1/account/sessions')).status).toBe(204);
  });

  it('of others are unknown to whoever would end them', async () => {
    const guest = await newGuest();
    const [row] = await api.query('SELECT id FROM account_session WHERE account = $1', [administrator.id]);
    const taken = await guest.delete(`/api/v1/account/sessions/${String(row?.id)}`);
    expect(problem(taken)).toBe('404 credential-unknown');
    expect((await administrator.browser.get('/api/v1/session')).status).toBe(200);
  });

  it('of a browser end when somebody signs in there again', async () => {
    const guest = await newGuest();
    const before = at(api.url, guest);
    await guest.post('/api/v1/session', { email: emailOf(guests), password: PASSWORD });
    expect((await guest.get('/api/v1/session')).status).toBe(200);
    expect(problem(await before.get('/api/v1/session'))).toBe('401 token-unknown');
  });
});
