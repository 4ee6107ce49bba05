import {
  firstAdministrator,
  invited,
  PASSWORD,
  startAccountsApi,
  type AccountsApi,
  type SignedIn,
} from './accounts-api';
import { problem } from './browser';

const UNIVERSITY = [{ role: 'university', organisation: 'uni-1' }];

describe('the door for sessions', () => {
  let api: AccountsApi;
  let administrator: SignedIn;
  beforeAll(async () => {
    api = await startAccountsApi({ RATE_LIMIT_REFUSALS: '1000' });
    administrator = await firstAdministrator(api);
  });
  afterAll(() => api.close());
  const accounts = async (): Promise<number> => (await api.query('SELECT id FROM account')).length;

  describe('refuses what a page of another site makes a browser send', () => {
    it.each([
      ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
      ['from a neighbour of the same domain', { 'Sec-Fetch-Site': 'same-site' }],
      ['with another origin', { Origin: 'https://evil.example' }],
      ['with an origin that is hidden', { Origin: 'null' }],
      ['as a plain form', { 'X-Lotse-Request': '' }],
    ])('%s', async (_, headers) => {
      const body = { name: 'A', email: 'x@lotse.example', language: 'de', grants: UNIVERSITY };
      const before = await accounts();
      const answer = await administrator.browser.post('/api/v1/accounts', body, headers);
      expect(problem(answer)).toBe('403 origin-not-allowed');
      expect(await accounts()).toBe(before);
    });

    it('also at the sign-in, so that nobody is signed in as somebody else', async () => {
      const answer = await api
        .browser()
        .post(
          '/api/v1/session',
          { email: administrator.email, password: PASSWORD },
          { Origin: 'https://evil.example' },
        );
      expect(problem(answer)).toBe('403 origin-not-allowed');
    });
  });

  it.each([
    ['a field that is not asked for', { status: 'active' }],
    ['a list for a text', { name: ['A'] }],
    ['an object for a text', { email: { $ne: '' } }],
    ['a role that nobody holds', { grants: [{ role: 'system' }] }],
    ['a grant with more than a grant has', { grants: [{ role: 'coordinator', journey: 'j01' }] }],
    ['a company without its organisation', { grants: [{ role: 'company' }] }],
  ])('refuses %s and changes nothing', async (_, wrong) => {
    const before = await accounts();
    const body = { name: 'A', email: 'x@lotse.example', language: 'de', grants: UNIVERSITY, ...wrong };
    expect((await administrator.browser.post('/api/v1/accounts', body)).status).toBe(422);
    expect(await accounts()).toBe(before);
  });

  it('refuses __proto__ as any other field that is not asked for', async () => {
    const body =
      '{"name":"A","email":"x@lotse.example","language":"de","grants":[],"__proto__":{"status":"active"}}';
    expect(problem(await administrator.browser.post('/api/v1/accounts', body))).toBe('422 fields-invalid');
  });

  describe('makes a guest', () => {
    it('see their own part, and nothing once they are disabled', async () => {
      const email = 'uni@lotse.example';
      const guest = await invited(api, administrator, { email, grants: UNIVERSITY });
      const { body } = await guest.get('/api/v1/session');
      expect(body).toMatchObject({ owesSecondFactor: false, grants: [{ role: 'university' }] });
      expect(problem(await guest.get('/api/v1/accounts'))).toBe('403 not-allowed');
      await administrator.browser.put(`/api/v1/accounts/${body.account}/status`, { status: 'disabled' });
      expect(problem(await guest.get('/api/v1/session'))).toBe('401 token-unknown');
      const again = await api.browser().post('/api/v1/session', { email, password: PASSWORD });
      expect(problem(again)).toBe('401 login-failed');
    });

    it('owe a second factor from the moment a role asks for one', async () => {
      const email = 'later@lotse.example';
      const guest = await invited(api, administrator, { email, grants: UNIVERSITY });
      const { account } = (await guest.get('/api/v1/session')).body;
      const grant = { role: 'coordinator', programme: 'kg-glass-2023' };
      await administrator.browser.post(`/api/v1/accounts/${account}/grants`, grant);
      expect((await guest.get('/api/v1/session')).body).toMatchObject({ owesSecondFactor: true });
      expect((await guest.get('/api/v1/account')).status).toBe(200);
      expect(problem(await guest.get('/api/v1/journeys'))).toBe('403 not-allowed');
    });

    it('end all other sessions of theirs', async () => {
      const email = 'two@lotse.example';
      const here = await invited(api, administrator, { email, grants: UNIVERSITY });
      const there = api.browser();
      await there.post('/api/v1/session', { email, password: PASSWORD });
      expect((await here.get('/api/v1/account/sessions')).body.sessions).toHaveLength(2);
      await here.delete('/api/v1/account/sessions');
      expect(problem(await there.get('/api/v1/session'))).toBe('401 token-unknown');
      expect((await here.get('/api/v1/session')).status).toBe(200);
    });
  });
});

describe('links of invitations', () => {
  let api: AccountsApi;
  beforeAll(async () => (api = await startAccountsApi()));
  afterAll(() => api.close());

  it('are not used up by looking, and then once', async () => {
    const link = `/api/v1/invitations/${await api.administratorLink()}`;
    const scanner = api.browser();
    for (let looks = 0; looks < 3; looks += 1)
      expect((await scanner.get(link)).body).toMatchObject({ kind: 'invitation', needsDetails: true });
    const body = { password: PASSWORD, name: 'Айгүл', email: 'a@lotse.example' };
    expect(problem(await scanner.post(link, { ...body, password: 'password' }))).toBe('422 password-weak');
    expect((await scanner.post(link, body)).status).toBe(204);
    const used = await scanner.post(link, body);
    const forged = await scanner.post('/api/v1/invitations/forged', body);
    const { requestId: _one, instance: _here, ...first } = used.body;
    const { requestId: _two, instance: _there, ...second } = forged.body;
    expect(problem(used)).toBe('404 link-unknown');
    expect(second).toEqual(first);
  });

  it('for a new password go to known addresses alone, and nobody is told which', async () => {
    const ask = (email: string) => api.browser().post('/api/v1/invitations/resets', { email });
    const answers = [await ask('a@lotse.example'), await ask('nobody@lotse.example')];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    expect((await api.mails()).map(({ to, notice }) => [to, notice?.kind])).toEqual([
      ['a@lotse.example', 'reset'],
    ]);
    const rows = await api.query('SELECT data, sealed FROM outbox');
    expect(rows).toEqual([{ data: { items: [] }, sealed: null }]);
  });

  it('open nothing any more when their hour is over', async () => {
    const asked = await api.browser().post('/api/v1/invitations/resets', { email: 'a@lotse.example' });
    expect(asked.status).toBe(204);
    const secret = (await api.mails()).at(-1)?.notice?.secret ?? '';
    const link = `/api/v1/invitations/${secret.split('#')[1] ?? ''}`;
    api.clock.advance(3_599_000);
    expect((await api.browser().get(link)).body).toMatchObject({ kind: 'reset' });
    api.clock.advance(2_000);
    expect(problem(await api.browser().get(link))).toBe('404 link-unknown');
    expect(problem(await api.browser().post(link, { password: PASSWORD }))).toBe('404 link-unknown');
  });
});

describe('limits', () => {
  let api: AccountsApi;
  let administrator: SignedIn;
  beforeAll(async () => {
    api = await startAccountsApi({
      RATE_LIMIT_LOGINS: '3',
      RATE_LIMIT_REQUESTS: '30',
      RATE_LIMIT_REFUSALS: '20',
    });
    administrator = await firstAdministrator(api);
  });
  afterAll(() => api.close());

  it('let a guesser wait, and not the owner whose browser is known', async () => {
    const guess = (): Promise<string> =>
      api.browser().post('/api/v1/session', { email: administrator.email, password: 'guess' }).then(problem);
    const outcomes: string[] = [];
    for (let tries = 0; tries < 4; tries += 1) outcomes.push(await guess());
    expect(outcomes).toEqual([...Array<string>(3).fill('401 login-failed'), '429 too-many-requests']);
    const body = { email: administrator.email, password: PASSWORD };
    const stranger = await api.browser().post('/api/v1/session', body);
    expect(Number(stranger.headers['retry-after'])).toBeGreaterThan(0);
    const owner = await administrator.browser.post('/api/v1/session', body);
    expect(owner.body).toMatchObject({ step: 'second-factor' });
  });

  it('are met by a token by itself: the session that made it goes on', async () => {
    const { body: made } = await administrator.browser.post('/api/v1/tokens', { label: 'program' });
    const program = api.browser({ Authorization: `Bearer ${made.token}` });
    const answers: string[] = [];
    for (let asked = 0; asked < 31; asked += 1) answers.push(problem(await program.get('/api/v1/journeys')));
    expect(answers.slice(0, 30).every((answer) => answer.startsWith('200'))).toBe(true);
    expect(answers.at(-1)).toBe('429 too-many-requests');
    expect((await administrator.browser.get('/api/v1/session')).status).toBe(200);
  });

  it('tell a session what is left of its minute, and when it may ask again', async () => {
    const first = await administrator.browser.get('/api/v1/session');
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '30' });
    let last = first;
    for (let asked = 0; asked < 30 && last.status === 200; asked += 1)
      last = await administrator.browser.get('/api/v1/session');
    expect(problem(last)).toBe('429 too-many-requests');
    expect(last.headers['ratelimit-remaining']).toBe('0');
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('stop an address that tries one forged token after the other', async () => {
    const forged = (): Promise<string> => api.browser().get('/api/v1/sheet').then(problem);
    const browser = api.browser({ Authorization: 'Bearer lotse_at_forged' });
    let answer = '';
    for (let tries = 0; tries < 25 && !answer.startsWith('429'); tries += 1)
      answer = problem(await browser.get('/api/v1/journeys'));
    expect(answer).toBe('429 too-many-requests');
    expect(await forged()).toBe('401 token-missing');
  });
});
