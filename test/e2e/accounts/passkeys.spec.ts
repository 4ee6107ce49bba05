import { firstAdministrator, startAccountsApi, type AccountsApi, type SignedIn } from './accounts-api';
import { Authenticator } from './authenticator';
import { problem } from './browser';

const ORIGIN = 'https://lotse.example.org';
const HOST = 'lotse.example.org';

describe('passkeys', () => {
  let api: AccountsApi;
  let administrator: SignedIn;
  const authenticator = new Authenticator(ORIGIN, HOST);
  const browser = () => api.browser({ Host: HOST });

  beforeAll(async () => {
    api = await startAccountsApi({ PUBLIC_URL: ORIGIN });
    administrator = await firstAdministrator(api);
    const { body } = await administrator.browser.post('/api/v1/account/passkeys/options');
    const credential = authenticator.create(body);
    expect((await administrator.browser.post('/api/v1/account/passkeys', { credential })).status).toBe(200);
  });
  afterAll(() => api.close());

  it('open a session by themselves: the key and the finger are both factors', async () => {
    const guest = browser();
    const { body } = await guest.post('/api/v1/session/passkey/options');
    const answer = await guest.post('/api/v1/session/passkey', { credential: authenticator.get(body) });
    expect(answer.body).toEqual({ step: 'done', factors: [] });
    expect((await guest.get('/api/v1/session')).body).toMatchObject({
      account: administrator.id,
      owesSecondFactor: false,
    });
  });

  it('are taken once for each challenge', async () => {
    const guest = browser();
    const { body } = await guest.post('/api/v1/session/passkey/options');
    const login = guest.cookies.get('__Host-lotse-login') ?? '';
    const credential = authenticator.get(body);
    expect((await guest.post('/api/v1/session/passkey', { credential })).status).toBe(200);
    const thief = browser();
    thief.cookies.set('__Host-lotse-login', login);
    expect(problem(await thief.post('/api/v1/session/passkey', { credential }))).toBe('401 login-expired');
  });

  it('prove the second factor again', async () => {
    const { body } = await administrator.browser.post('/api/v1/session/step-up/options');
    const answer = await administrator.browser.post('/api/v1/session/step-up', {
      passkey: authenticator.get(body),
    });
    expect(answer.status).toBe(204);
  });

  it.each([
    ['of a page that only looks like this one', new Authenticator('https://lotse.example.com', HOST)],
    ['that nobody has registered', new Authenticator(ORIGIN, HOST)],
  ])('%s open nothing', async (_, other) => {
    const guest = browser();
    const { body } = await guest.post('/api/v1/session/passkey/options');
    const answer = await guest.post('/api/v1/session/passkey', { credential: other.get(body) });
    expect(problem(answer)).toBe('401 login-failed');
  });

  it('that are no passkeys open nothing', async () => {
    const guest = browser();
    await guest.post('/api/v1/session/passkey/options');
    const credential = { id: ['a'], response: '__proto__' };
    expect(problem(await guest.post('/api/v1/session/passkey', { credential }))).toBe('401 login-failed');
  });
});
