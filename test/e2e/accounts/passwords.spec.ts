import { secretOf } from '../support/letters';
import {
  firstAdministrator,
  invited,
  PASSWORD,
  startAccountsApi,
  type AccountsApi,
  type SignedIn,
} from './accounts-api';
import { problem, type Browser } from './browser';

const EMAIL = 'olga.novakova@lotse.example';
const UNIVERSITY = [{ role: 'university', organisation: 'uni-1' }];

describe('passwords', () => {
  let api: AccountsApi;
  let administrator: SignedIn;
  let guest: Browser;
  let known = PASSWORD;
  beforeAll(async () => {
    api = await startAccountsApi({ RATE_LIMIT_REFUSALS: '1000', RATE_LIMIT_LOGINS: '1000' });
    administrator = await firstAdministrator(api);
    guest = await invited(api, administrator, { email: EMAIL, grants: UNIVERSITY });
  });
  afterAll(() => api.close());

  const change = (present: string, password: string): Promise<string> =>
    guest.put('/api/v1/account/password', { present, password }).then(problem);

  it.each([
    ['is too short', 'elf Zeichen'],
    ['has too few different characters', 'aaaabbbbccccdddd'],
    ['holds the own address', `mein ${EMAIL}!`],
    ['is made of the words of guessers', 'Password123456'],
    ['is made of the name of what it opens', 'LotseLotse2024'],
  ])('one that %s is refused', async (_, password) => {
    expect(await change(PASSWORD, password)).toBe('422 password-weak');
  });

  it.each(['motherfucker', 'LeaveMeAlone!', '2024leavemealone99'])(
    'one that stands in the lists of guessers is refused, digits and signs around it or not: %s',
    async (password) => {
      expect(await change(PASSWORD, password)).toBe('422 password-common');
    },
  );

  it('one that is longer than 256 characters is refused', async () => {
    expect(await change(PASSWORD, 'vier Worte '.repeat(30))).toBe('422 fields-invalid');
  });

  it('the present one is asked for', async () => {
    expect(await change('not the present one', 'ein ganz neuer Satz')).toBe('403 proof-refused');
  });

  it.each([
    ['letters alone', 'nurkleinebuchstaben'],
    ['other scripts', 'төртінші сөз жана үтүр'],
    ['letters with marks', 'Äpfel, Éclairs und Ünlü Sözler'],
    ['64 characters and more', 'ein langer Satz, der nicht aufhört '.repeat(3)],
    ['what it was', PASSWORD],
  ])('any characters are taken: %s', async (_, password) => {
    expect(await change(known, password)).toBe('204 undefined');
    known = password;
    const browser = api.browser();
    expect((await browser.post('/api/v1/session', { email: EMAIL, password })).body).toMatchObject({
      step: 'done',
    });
    // The same keys give the same password, however a system writes what they type.
    for (const form of ['NFC', 'NFD'])
      expect(
        (await api.browser().post('/api/v1/session', { email: EMAIL, password: password.normalize(form) }))
          .status,
      ).toBe(200);
    // Exactly as it was given: neither cut nor in other letters.
    for (const other of [password.slice(0, -1), password.toUpperCase()])
      expect(problem(await api.browser().post('/api/v1/session', { email: EMAIL, password: other }))).toBe(
        '401 login-failed',
      );
  });
  it('a new one ends all other sessions', async () => {
    const other = api.browser();
    await other.post('/api/v1/session', { email: EMAIL, password: known });
    expect(await change(known, PASSWORD)).toBe('204 undefined');
    expect(problem(await other.get('/api/v1/session'))).toBe('401 token-unknown');
    expect((await guest.get('/api/v1/session')).status).toBe(200);
  });

  it('one that is set anew by mail passes no second factor by', async () => {
    const { email } = administrator;
    await api.browser().post('/api/v1/invitations/resets', { email });
    const letter = (await api.mails()).findLast(({ notice }) => notice?.kind === 'reset');
    const link = secretOf(letter?.notice?.secret ?? '');
    const password = 'ein anderer langer Satz';
    const browser = api.browser();
    expect((await browser.post(`/api/v1/invitations/${link}`, { password })).status).toBe(204);
    expect((await browser.post('/api/v1/session', { email, password })).body).toMatchObject({
      step: 'second-factor',
    });
    expect(problem(await browser.get('/api/v1/account'))).toBe('401 token-missing');
  });

  it('are kept by argon2id with the parameters of OWASP, and by nothing else', async () => {
    const rows = await api.query('SELECT * FROM account');
    const hashes = rows.map(({ password_hash: hash }) => String(hash));
    expect(hashes).toEqual(
      hashes.map(() => expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) as string),
    );
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
    expect(api.log()).not.toContain(PASSWORD);
  });
});
