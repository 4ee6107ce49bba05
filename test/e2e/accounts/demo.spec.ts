import { loadConfig } from '@lotse/platform';
import { mustStayHere } from '../../../apps/api/src/accounts/provider-of';
import { startAccountsApi, type AccountsApi } from './accounts-api';
import { problem } from './browser';

const COORDINATOR = 'demo-coordinator';

describe('the sign-in of the demo', () => {
  let api: AccountsApi;
  beforeAll(async () => (api = await startAccountsApi({ LOTSE_DEMO_LOGIN: 'true' })));
  afterAll(() => api.close());

  it('lists made-up users, and opens a session of one by a click', async () => {
    const browser = api.browser();
    const { body } = await browser.get('/api/v1/session/ways');
    expect(body.demo).toContainEqual({ id: COORDINATOR, name: 'Katrin Vogel', roles: ['coordinator'] });
    expect((await browser.post('/api/v1/session/demo', { account: COORDINATOR })).status).toBe(200);
    expect((await browser.get('/api/v1/session')).body).toMatchObject({
      account: COORDINATOR,
      owesSecondFactor: false,
    });
  });

  it('opens nothing to a page of another site, and no account that is none of the demo', async () => {
    const click = (account: string, headers = {}) =>
      api.browser().post('/api/v1/session/demo', { account }, headers).then(problem);
    expect(await click(COORDINATOR, { 'Sec-Fetch-Site': 'cross-site' })).toBe('403 origin-not-allowed');
    expect(await click('demo-nobody')).toBe('404 account-unknown');
    const [first] = await api.query(`SELECT id FROM account WHERE id NOT LIKE 'demo-%'`);
    expect(await click(String(first?.id))).toBe('404 account-unknown');
  });

  it('is refused beside an address that others reach', () => {
    const environment = {
      DATABASE_URL: 'postgres://lotse@127.0.0.1/lotse',
      LOTSE_MASTER_KEY: Buffer.alloc(32, 'lotse-test').toString('base64'),
      LOTSE_DEMO_LOGIN: 'true',
    };
    const config = (url: string) => loadConfig('api', { ...environment, PUBLIC_URL: url });
    expect(() => mustStayHere(config('https://lotse.example.org'))).toThrow(/LOTSE_DEMO_LOGIN/);
    expect(() => mustStayHere(config('http://localhost:3000'))).not.toThrow();
  });

  it('is not there in an installation that is no demo', async () => {
    const plain = await startAccountsApi();
    try {
      expect((await plain.browser().get('/api/v1/session/ways')).body.demo).toEqual([]);
      const answer = await plain.browser().post('/api/v1/session/demo', { account: COORDINATOR });
      expect(problem(answer)).toBe('404 account-unknown');
    } finally {
      await plain.close();
    }
  });
});
