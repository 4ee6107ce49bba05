import {
  firstAdministrator,
  invited,
  PASSWORD,
  startAccountsApi,
  type AccountsApi,
  type SignedIn,
} from './accounts-api';
import { problem } from './browser';

const minutes = (count: number): number => count * 60_000;

describe('signing in', () => {
  let api: AccountsApi;
  let administrator: SignedIn;
  beforeAll(async () => {
    api = await startAccountsApi();
    administrator = await firstAdministrator(api);
  });
  afterAll(() => api.close());

  describe('by password and code', () => {
    it('asks for the second factor before it opens anything', async () => {
      const browser = api.browser();
      const first = await browser.post('/api/v1/session', { email: administrator.email, password: PASSWORD });
      expect(first.body).toEqual({ step: 'second-factor', factors: ['totp', 'recovery-code'] });
      expect(problem(await browser.get('/api/v1/session'))).toBe('401 token-missing');
      api.clock.advance(minutes(1));
      const second = await browser.post('/api/v1/session/second-factor', {
        totp: api.code(administrator.totp),
      });
      expect(second.body).toEqual({ step: 'done', factors: [] });
      expect((await browser.get('/api/v1/session')).body).toMatchObject({
        account: administrator.id,
        owesSecondFactor: false,
        grants: [{ role: 'administrator' }],
      });
    });

    it('leaves on record who came in, and which account somebody tried who did not', async () => {
      const browser = api.browser();
      const email = 'Айгүл.Токтогулова@example.kg';
      for (const address of [email, administrator.email])
        await api.browser().post('/api/v1/session', { email: address, password: 'nicht das richtige Wort' });
      await browser.post('/api/v1/session', { email: administrator.email, password: PASSWORD });
      api.clock.advance(minutes(1));
      await browser.post('/api/v1/session/second-factor', { totp: api.code(administrator.totp) });
      const { body } = await browser.get('/api/v1/audit?action=sign-in&limit=3');
      const failed = { who: 'nobody', outcome: 'refused', code: 'login-failed' };
      const subjects = [`account/${administrator.id}`];
      expect(body.entries).toMatchObject([
        { who: administrator.id, outcome: 'done', subjects },
        { ...failed, subjects },
        { ...failed, subjects: [] },
      ]);
      expect(JSON.stringify(body)).not.toContain('@');
    });

    it('takes a code once', async () => {
      const first = api.browser();
      const second = api.browser();
      for (const browser of [first, second])
        await browser.post('/api/v1/session', { email: administrator.email, password: PASSWORD });
      api.clock.advance(minutes(1));
      const totp = api.code(administrator.totp);
      expect((await first.post('/api/v1/session/second-factor', { totp })).status).toBe(200);
      expect(problem(await second.post('/api/v1/session/second-factor', { totp }))).toBe('403 proof-refused');
      expect(problem(await second.get('/api/v1/session'))).toBe('401 token-missing');
    });

    it('takes a code to the end of its own 30 seconds, and not a second longer', async () => {
      const tried: string[] = [];
      for (const late of [29_999, 30_000]) {
        const browser = api.browser();
        await browser.post('/api/v1/session', { email: administrator.email, password: PASSWORD });
        api.clock.advance(minutes(1) - (api.clock.now().getTime() % 30_000));
        const totp = api.code(administrator.totp);
        api.clock.advance(late);
        tried.push(problem(await browser.post('/api/v1/session/second-factor', { totp })));
      }
      expect(tried).toEqual(['200 undefined', '403 proof-refused']);
    });

    it('takes a recovery code once', async () => {
      const [recoveryCode = ''] = administrator.recoveryCodes;
      const outcomes: string[] = [];
      for (const browser of [api.browser(), api.browser()]) {
        await browser.post('/api/v1/session', { email: administrator.email, password: PASSWORD });
        outcomes.push(problem(await browser.post('/api/v1/session/second-factor', { recoveryCode })));
      }
      expect(outcomes).toEqual(['200 undefined', '403 proof-refused']);
    });

    it('ends after five wrong codes: then the password is asked again', async () => {
      const browser = api.browser();
      await browser.post('/api/v1/session', { email: administrator.email, password: PASSWORD });
      const wrong = async (): Promise<string> =>
        problem(await browser.post('/api/v1/session/second-factor', { totp: '000000' }));
      const outcomes: string[] = [];
      for (let tries = 0; tries < 6; tries += 1) outcomes.push(await wrong());
      expect(outcomes).toEqual([...Array<string>(5).fill('403 proof-refused'), '401 login-expired']);
    });
  });

  it('answers an unknown address, a wrong password and a disabled account alike', async () => {
    const answers: unknown[] = [];
    for (const [email, password] of [
      ['nobody@lotse.example', PASSWORD],
      [administrator.email, 'another password'],
    ]) {
      const { status, body } = await api.browser().post('/api/v1/session', { email, password });
      const { requestId: _, ...rest } = body;
      answers.push({ status, rest });
    }
    expect(answers[0]).toMatchObject({ status: 401, rest: { code: 'login-failed' } });
    expect(answers[1]).toEqual(answers[0]);
  });

  describe('gives a cookie', () => {
    it('that no script reads and that stays on this host', async () => {
      const demo = await startAccountsApi({ PUBLIC_URL: 'https://lotse.example.org' });
      try {
        const link = await demo.administratorLink();
        const browser = demo.browser({ Host: 'lotse.example.org' });
        const email = 'a@lotse.example';
        await browser.post(`/api/v1/invitations/${link}`, { password: PASSWORD, name: 'A', email });
        const { headers } = await browser.post('/api/v1/session', { email, password: PASSWORD });
        const session = [headers['set-cookie']]
          .flat()
          .find((line) => line?.startsWith('__Host-lotse-session='));
        expect(session).toMatch(
          /^__Host-lotse-session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
        );
      } finally {
        await demo.close();
      }
    });

    it('with a new secret at each sign-in and step-up, so that one put there before is worth nothing', async () => {
      const browser = api.browser();
      browser.cookies.set('lotse-session', 'put-there-by-somebody-else-000000000000000');
      await browser.post('/api/v1/session', { email: administrator.email, password: PASSWORD });
      api.clock.advance(minutes(1));
      await browser.post('/api/v1/session/second-factor', { totp: api.code(administrator.totp) });
      const before = browser.cookies.get('lotse-session') ?? '';
      expect(before).toMatch(/^[\w-]{43}$/);
      api.clock.advance(minutes(1));
      await browser.post('/api/v1/session/step-up', { totp: api.code(administrator.totp) });
      const after = browser.cookies.get('lotse-session') ?? '';
      expect(after).not.toBe(before);
      const thief = api.browser();
      thief.cookies.set('lotse-session', before);
      expect(problem(await thief.get('/api/v1/session'))).toBe('401 token-unknown');
      expect((await browser.get('/api/v1/session')).status).toBe(200);
    });

    it('whose secret is nowhere in the database', async () => {
      const secret = administrator.browser.cookies.get('lotse-session') ?? '';
      const rows = await api.query('SELECT * FROM account_session');
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(secret);
    });
  });

  it('shows nothing of a person in the log', () => {
    expect(api.log()).toContain('request answered');
    expect(api.log()).not.toMatch(/lotse\.example|Айгүл|vier Worte/);
  });

  it('lets a candidate in with a second factor alone where everybody needs one', async () => {
    const strict = await startAccountsApi({ SECOND_FACTOR: 'everybody' });
    try {
      const inviting = await firstAdministrator(strict);
      const grants = [{ role: 'candidate', person: 'p01' }];
      const candidate = await invited(strict, inviting, { email: 'aigul@lotse.example', grants });
      expect((await candidate.get('/api/v1/session')).body).toMatchObject({ owesSecondFactor: true });
      expect(problem(await candidate.get('/api/v1/journeys'))).toBe('403 not-allowed');
      const { body } = await candidate.post('/api/v1/account/totp');
      await candidate.put('/api/v1/account/totp', { code: strict.code(String(body.secret)) });
      expect((await candidate.get('/api/v1/journeys')).status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});
