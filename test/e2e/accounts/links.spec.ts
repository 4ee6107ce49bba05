import { commandsOf, referenceRecords } from '../support/running-api';
import { secretOf } from '../support/letters';
import { firstAdministrator, startAccountsApi, type AccountsApi, type SignedIn } from './accounts-api';
import { problem, type Browser } from './browser';

const PLACEMENT = {
  role: 'mentor',
  organisation: 'company-1',
  reference: 'mentor-company-1',
  placement: 'pl-j01-1',
};

const MONTH = {
  command: 'confirm-month',
  happenedOn: '2024-06-05',
  by: { role: 'mentor', organisation: 'company-1' },
  data: { placement: 'pl-j01-1', month: '2024-06', share: 1 },
};

describe('tokens and links', () => {
  let api: AccountsApi;
  let administrator: SignedIn;
  /** Commands of the first journey that are still to be given. */
  const later = commandsOf('j01');

  beforeAll(async () => {
    api = await startAccountsApi({}, '2024-06-04T12:00:00Z');
    administrator = await firstAdministrator(api);
    const before = later.splice(
      0,
      later.findIndex(({ command }) => command === 'start-internship'),
    );
    const lines = [referenceRecords(), ...before.map((line) => JSON.stringify(line))].join('\n');
    const imported = await fetch(`${api.url}/api/v1/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/x-ndjson' },
      body: lines,
    });
    expect(await imported.text()).not.toContain('"refused"');
  });
  afterAll(() => api.close());

  const withToken = (token: string): Browser => api.browser({ Authorization: `Bearer ${token}` });
  const body = {
    journey: 'j01',
    commands: ['start-internship'],
    days: 14,
    language: 'ru',
    email: 'mentor@glass.example',
  };

  async function link(more: object): Promise<{ readonly id: string; readonly mentor: Browser }> {
    const made = await administrator.browser.post('/api/v1/links', { ...body, ...PLACEMENT, ...more });
    expect(made.status).toBe(201);
    const letter = (await api.mails()).at(-1);
    return { id: made.body.id, mentor: withToken(secretOf(letter?.notice?.secret ?? '')) };
  }

  const give = async (mentor: Browser): Promise<string> => {
    const {
      journey: _journey,
      type: _type,
      ...command
    } = later.find((line) => line.command === 'start-internship') ?? {};
    return problem(await mentor.post('/api/v1/journeys/j01/commands', command));
  };

  describe('a token', () => {
    it('may do what it is for, is told once, and ends when it is revoked', async () => {
      const { body: made } = await administrator.browser.post('/api/v1/tokens', {
        label: 'report',
        scopes: ['journey.list'],
        days: 30,
      });
      expect(made.token).toMatch(/^lotse_at_[\w-]{43}$/);
      const program = withToken(made.token);
      expect((await program.get('/api/v1/journeys')).status).toBe(200);
      expect(problem(await program.get('/api/v1/accounts'))).toBe('403 not-allowed');
      const listed = await administrator.browser.get('/api/v1/tokens');
      expect(listed.text).not.toContain(made.token);
      expect(listed.body.tokens).toContainEqual(
        expect.objectContaining({
          id: made.issued.id,
          scopes: ['journey.list'],
          lastUsedAt: '2024-06-04T12:00:00.000Z',
        }),
      );
      expect(JSON.stringify(await api.query('SELECT * FROM access_token'))).not.toContain(made.token);
      await administrator.browser.delete(`/api/v1/tokens/${made.issued.id}`);
      expect(problem(await program.get('/api/v1/journeys'))).toBe('401 token-unknown');
    });

    it('makes no further tokens', async () => {
      const { body: made } = await administrator.browser.post('/api/v1/tokens', { label: 'all' });
      expect(problem(await withToken(made.token).post('/api/v1/tokens', { label: 'more' }))).toBe(
        '401 token-missing',
      );
    });
  });

  describe('a link for a mentor without an account', () => {
    it('opens its one journey and nothing else', async () => {
      const { mentor } = await link({ singleUse: false });
      expect((await mentor.get('/api/v1/links/own')).body).toMatchObject({
        role: 'mentor',
        organisation: 'company-1',
        journey: 'j01',
        commands: ['start-internship'],
      });
      expect((await mentor.get('/api/v1/journeys/j01')).status).toBe(200);
      const { journeys } = (await mentor.get('/api/v1/cohort')).body;
      expect(journeys).toMatchObject([{ id: 'j01', name: { family: 'Asanov' } }]);
      expect(problem(await mentor.get('/api/v1/journeys/j02'))).toBe('404 journey-unknown');
      expect(problem(await mentor.get('/api/v1/accounts'))).toBe('403 not-allowed');
    });

    it('takes the proof by a code that was mailed, once', async () => {
      const { mentor } = await link({ singleUse: false });
      expect((await mentor.post('/api/v1/links/own/code')).status).toBe(204);
      const letter = (await api.mails()).at(-1);
      expect(letter).toMatchObject({
        to: 'mentor@glass.example',
        language: 'ru',
        notice: { kind: 'one-time-code' },
      });
      const code = letter?.notice?.secret;
      expect(problem(await mentor.post('/api/v1/links/own/proof', { code: '000000' }))).toBe(
        '403 proof-refused',
      );
      expect((await mentor.post('/api/v1/links/own/proof', { code })).body).toEqual({
        provedUntil: '2024-06-04T12:10:00.000Z',
      });
      expect(problem(await mentor.post('/api/v1/links/own/proof', { code }))).toBe('403 proof-refused');
    });

    it('takes five tries of a code, and then not even the right one', async () => {
      const { mentor } = await link({ singleUse: false });
      expect((await mentor.post('/api/v1/links/own/code')).status).toBe(204);
      const code = (await api.mails()).at(-1)?.notice?.secret;
      for (let tries = 0; tries < 5; tries += 1)
        expect(problem(await mentor.post('/api/v1/links/own/proof', { code: '000000' }))).toBe(
          '403 proof-refused',
        );
      expect(problem(await mentor.post('/api/v1/links/own/proof', { code }))).toBe('403 proof-refused');
    });

    it('takes a code for ten minutes', async () => {
      const { mentor } = await link({ singleUse: false });
      const proved: string[] = [];
      for (const late of [599_000, 601_000]) {
        await mentor.post('/api/v1/links/own/code');
        const code = (await api.mails()).at(-1)?.notice?.secret;
        api.clock.advance(late);
        proved.push(problem(await mentor.post('/api/v1/links/own/proof', { code })));
      }
      expect(proved).toEqual(['200 undefined', '403 proof-refused']);
    });

    it('ends when it is revoked, and when its days are over', async () => {
      const revoked = await link({ singleUse: false });
      await administrator.browser.delete(`/api/v1/links/${revoked.id}?journey=j01`);
      expect(problem(await revoked.mentor.get('/api/v1/links/own'))).toBe('401 token-unknown');
      const expired = await link({ singleUse: false, days: 1 });
      api.clock.advance(86_400_000);
      expect(problem(await expired.mentor.get('/api/v1/links/own'))).toBe('401 token-unknown');
    });
  });

  it('a link used twice is refused', async () => {
    const signedInAgain = api.browser();
    signedInAgain.cookies.clear();
    await signedInAgain.post('/api/v1/session', {
      email: administrator.email,
      password: 'vier Worte und ein Komma',
    });
    // The code of this time was used when it was set up.
    api.clock.advance(30_000);
    await signedInAgain.post('/api/v1/session/second-factor', { totp: api.code(administrator.totp) });
    administrator = { ...administrator, browser: signedInAgain };
    const { mentor } = await link({ singleUse: true });
    expect(problem(await mentor.post('/api/v1/journeys/j01/commands', { nothing: true }))).toBe(
      '422 fields-invalid',
    );
    expect(await give(mentor)).toBe('201 undefined');
    expect(await give(mentor)).toBe('401 token-unknown');
    const { links } = (await administrator.browser.get('/api/v1/links?journey=j01')).body;
    expect(links.map(({ state }: { readonly state: string }) => state)).toContain('used');
  });

  it('12: a mentor without an account files a check-in by a link, which shows risk and asks for housing', async () => {
    const { mentor } = await link({ commands: ['check-in'], singleUse: false });
    const filed = await mentor.post('/api/v1/journeys/j01/commands', {
      id: 'check-in-by-link',
      command: 'check-in',
      happenedOn: '2024-06-05',
      by: { role: 'mentor', organisation: 'company-1' },
      data: { period: 'P7D', wellbeing: 3, risk: 'none', needs: ['homesick', 'housing'] },
    });
    expect(filed.status).toBe(201);
    const office = withToken(api.token);
    const { state } = (await office.get('/api/v1/journeys/j01')).body;
    expect(state.integration.checkIns).toMatchObject([{ risk: 'watch' }]);
    const { tasks } = (await office.get('/api/v1/inbox?journey=j01')).body;
    const keys = tasks.map(({ key }: { readonly key: string }) => key);
    expect(keys).toEqual(expect.arrayContaining(['need:homesick:2024-06-05', 'need:housing:2024-06-05']));
    // The same form opens nothing else of the journey's commands.
    expect(
      problem(await mentor.post('/api/v1/journeys/j01/commands', { ...MONTH, id: 'month-by-link' })),
    ).toBe('403 actor-not-allowed');
  });

  it('a token ends when its days are over, and forged ones open nothing', async () => {
    const { body: made } = await administrator.browser.post('/api/v1/tokens', { label: 'short', days: 1 });
    expect((await withToken(made.token).get('/api/v1/journeys')).status).toBe(200);
    for (const forged of [`${made.token.slice(0, -1)}~`, 'lotse_at_', made.issued.id])
      expect(problem(await withToken(forged).get('/api/v1/journeys'))).toBe('401 token-unknown');
    api.clock.advance(86_400_000);
    expect(problem(await withToken(made.token).get('/api/v1/journeys'))).toBe('401 token-unknown');
  });
});
