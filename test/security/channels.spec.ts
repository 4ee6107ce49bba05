import { Client } from 'pg';
import { openSecuredApi, TODAY, type SecuredApi } from './support/secured-api';

jest.setTimeout(600_000);

const J = '/api/v1/journeys/j01';
const SECRET = 'Мастер требовал деньги за место';

describe('what people say and decide beside the facts', () => {
  let secured: SecuredApi;
  beforeAll(async () => {
    secured = await openSecuredApi();
  });
  afterAll(() => secured.close());
  const statusOf = async (...args: Parameters<SecuredApi['ask']>): Promise<number> =>
    (await secured.ask(...args)).status;
  const bodyOf = async (...args: Parameters<SecuredApi['ask']>): Promise<string> =>
    (await secured.ask(...args)).body;

  it('13: keeps a complaint of the candidate from the company, everywhere it could look', async () => {
    const parties = ['company', 'mentor', 'university'];
    const ofJourney = [J, `${J}/timeline`, `${J}/notes`, `${J}/files`];
    const lists = ['inbox', 'journeys', 'cohort', 'sheet', 'figures', 'sheet/units?figure=complaints'];
    const paths = [...ofJourney, ...lists.map((list) => `/api/v1/${list}`)];
    // A fact more is counted in the version; what it was is nowhere.
    const look = async () => {
      const seen: string[] = [];
      for (const who of parties)
        for (const path of paths)
          seen.push((await bodyOf(who, 'GET', path)).replaceAll(/"(version|requestId)":[^,}]*/g, ''));
      return seen;
    };
    const before = await look();
    expect(await statusOf('candidate', 'POST', `${J}/complaints`, { id: 'complaint-1', text: SECRET })).toBe(
      201,
    );
    const after = await look();
    expect(after).toEqual(before);
    expect(after.join()).not.toContain(SECRET);
    expect(await statusOf('company', 'GET', `${J}/complaints`)).toBe(403);
    expect(await statusOf('company', 'GET', '/api/v1/complaints')).toBe(403);
  });

  it('shows a coordinator that there is a complaint, and what it says to the one who is named', async () => {
    const shown = await bodyOf('coordinator', 'GET', `${J}/timeline`);
    expect(shown).toContain('"complain"');
    expect(shown).not.toContain(SECRET);
    expect(await bodyOf('named', 'GET', `${J}/complaints`)).toContain(SECRET);
    expect(await bodyOf('lead', 'GET', `${J}/complaints`)).toContain(SECRET);
    const listed = (await secured.ask('named', 'GET', '/api/v1/complaints')).json;
    expect(listed.complaints).toMatchObject([
      { id: 'complaint-1', journey: 'j01', acknowledgeBy: '2025-03-23', answerBy: '2025-04-03' },
    ]);
  });

  it('is closed to the company by every spelling of the address', async () => {
    for (const path of [`${J}/complaints`, '/api/v1/complaints', '/api/v1/accounts', '/api/v1/audit']) {
      expect(await statusOf('company', 'GET', path)).toBe(403);
      expect(await statusOf('company', 'GET', path.replace('api', 'API'))).toBe(403);
      expect(await statusOf('company', 'GET', path.replace('/api/v1', '/Api/V1'))).toBe(403);
    }
  });

  it('is acknowledged and answered by those who are named alone', async () => {
    const path = `${J}/complaints/complaint-1/answers`;
    expect(await statusOf('coordinator', 'POST', path, { step: 'acknowledged' })).toBe(403);
    expect(await statusOf('named', 'POST', path, { step: 'acknowledged' })).toBe(200);
    expect(await statusOf('named', 'POST', path, { step: 'answered', outcome: 'Деньги возвращены' })).toBe(
      200,
    );
    expect(await bodyOf('candidate', 'GET', `${J}/complaints`)).toContain('Деньги возвращены');
    expect(await bodyOf('coordinator', 'GET', `${J}/timeline`)).not.toContain('возвращены');
  });

  it('takes a complaint from somebody without a name, who asks for the answer by a code', async () => {
    const code = 'четыре-слова-никто-не-угадает';
    const post = (path: string, body: object) =>
      fetch(`${secured.api.url}/api/v1/complaints/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-lotse-request': '1' },
        body: JSON.stringify(body),
      });
    const complaint = {
      id: 'complaint-2',
      programme: 'kg-glass-2023',
      organisation: 'company-1',
      text: SECRET,
      code,
    };
    const filed = await post('anonymous', complaint);
    expect(filed.status).toBe(201);
    const { id } = (await filed.json()) as { id: string };
    const path = `/api/v1/complaints/${id}`;
    expect(await bodyOf('named', 'GET', path)).toContain(SECRET);
    expect(await statusOf('company', 'GET', path)).toBe(403);
    expect(await statusOf('coordinator', 'GET', path)).toBe(403);
    // Under the same id somebody else files another one, and learns nothing of the first.
    const other = await post('anonymous', { ...complaint, code: 'a-code-of-somebody-else' });
    expect(other.status).toBe(201);
    expect(((await other.json()) as { id: string }).id).not.toBe(id);
    const answer = { step: 'answered', outcome: 'Wir haben mit dem Betrieb gesprochen.' };
    expect(await statusOf('named', 'POST', `${path}/answers`, answer)).toBe(200);
    const followed = await post('anonymous/answer', { code });
    expect(await followed.json()).toMatchObject({ answeredOn: '2025-03-20', outcome: answer.outcome });
    expect((await post('anonymous/answer', { code: 'another-code-of-nobody' })).status).toBe(404);
  });

  it('keeps internal notes on their own side and shows shared ones to every party', async () => {
    const note = (id: string, audience: string, text: string, by: object) => ({ id, audience, text, ...by });
    const company = { role: 'company', organisation: 'company-1' };
    expect(
      await statusOf('company', 'POST', `${J}/notes`, note('n-1', 'internal', 'Nur für uns', company)),
    ).toBe(201);
    expect(
      await statusOf('company', 'POST', `${J}/notes`, note('n-1', 'internal', 'Nur für uns', company)),
    ).toBe(201);
    expect(await statusOf('company', 'POST', `${J}/notes`, note('n-1', 'internal', 'anders', company))).toBe(
      409,
    );
    expect(
      await statusOf(
        'coordinator',
        'POST',
        `${J}/notes`,
        note('n-2', 'internal', 'Büro', { role: 'coordinator' }),
      ),
    ).toBe(201);
    expect(
      await statusOf(
        'coordinator',
        'POST',
        `${J}/notes`,
        note('n-3', 'shared', 'Für alle', { role: 'coordinator' }),
      ),
    ).toBe(201);
    expect(
      await statusOf('company', 'POST', `${J}/notes`, note('n-4', 'internal', 'x', { role: 'coordinator' })),
    ).toBe(403);
    const seenBy = async (who: string) => (await bodyOf(who, 'GET', `${J}/notes`)).match(/n-\d/g);
    expect(await seenBy('company')).toEqual(['n-1', 'n-3']);
    expect(await seenBy('mentor')).toEqual(['n-1', 'n-3']);
    expect(await seenBy('coordinator')).toEqual(['n-2', 'n-3']);
    expect(await seenBy('university')).toEqual(['n-3']);
    expect(await statusOf('twin-company', 'GET', `${J}/notes`)).toBe(404);
  });

  it('submits a command of two persons only when the second one has approved it', async () => {
    const journey = '/api/v1/journeys/j02';
    const command = {
      id: 'void-j02',
      command: 'void',
      happenedOn: '2025-03-20',
      by: { role: 'coordinator' },
      data: { reason: 'recorded by mistake', approvedBy: 'demo-second' },
    };
    expect(await statusOf('coordinator', 'POST', `${journey}/commands`, command)).toBe(403);
    expect(await statusOf('coordinator', 'POST', `${journey}/approvals`, { id: 'ap-1', command })).toBe(201);
    const vote = `${journey}/approvals/ap-1/votes`;
    expect(await statusOf('coordinator', 'POST', vote, { role: 'coordinator' })).toBe(403);
    expect(await statusOf('company', 'POST', vote, { role: 'company' })).toBe(403);
    expect(await statusOf('twin-coordinator', 'POST', vote, { role: 'coordinator' })).toBe(404);
    const given = await secured.ask('second', 'POST', vote, { role: 'coordinator' });
    expect(given.json).toEqual({ result: 'submitted', missing: 0 });
    expect((await secured.ask('coordinator', 'GET', journey)).json).toMatchObject({ status: 'void' });
    expect(await statusOf('coordinator', 'DELETE', `${journey}/approvals/ap-1`)).toBe(422);
  });

  it('lets giving and revoking race without both winning', async () => {
    const command = (id: string) => ({
      id: `hold-${id}`,
      command: 'override-recommendation',
      happenedOn: '2025-03-20',
      by: { role: 'coordinator' },
      data: { reason: 'he works well', approvedBy: 'demo-second' },
    });
    for (const round of [1, 2, 3, 4, 5, 6]) {
      const journey = '/api/v1/journeys/j04';
      const id = `race-${round}`;
      expect(
        await statusOf('coordinator', 'POST', `${journey}/approvals`, { id, command: command(id) }),
      ).toBe(201);
      const [given, revoked] = await Promise.all([
        secured.ask('second', 'POST', `${journey}/approvals/${id}/votes`, { role: 'coordinator' }),
        secured.ask('coordinator', 'DELETE', `${journey}/approvals/${id}`),
      ]);
      expect([given.status === 200, revoked.status === 204].filter(Boolean)).toHaveLength(1);
    }
  });

  it('opens a journey in an emergency for hours, and records that before it shows anything', async () => {
    const twin = '/api/v1/journeys/t-j01';
    expect(await statusOf('coordinator', 'GET', twin)).toBe(404);
    const emergency = { id: 'em-1', reason: 'Das Krankenhaus fragt', hours: 3 };
    expect(await statusOf('company', 'POST', `${J}/emergency`, emergency)).toBe(403);
    expect(await statusOf('coordinator', 'POST', `${twin}/emergency`, { ...emergency, hours: 4 })).toBe(422);
    expect(await statusOf('coordinator', 'POST', `${twin}/emergency`, emergency)).toBe(201);
    expect(await statusOf('coordinator', 'GET', twin)).toBe(200);
    expect(await statusOf('second', 'GET', twin)).toBe(404);
    expect(await statusOf('coordinator', 'DELETE', `${twin}/emergency/em-1`)).toBe(204);
    expect(await statusOf('coordinator', 'GET', twin)).toBe(404);
  });

  it('tells the person and the data-protection lead of an emergency access, and ends it with its hours', async () => {
    const twin = '/api/v1/journeys/t-j01';
    const to = { programme: 't-kg-glass-2023', language: 'ky', address: 'someone@example.org' };
    for (const [id, whose] of [
      ['tell-lead', { role: 'data-protection-lead' }],
      ['tell-person', { role: 'candidate', person: 't-p01' }],
    ] as const)
      expect(await statusOf('key', 'PUT', `/api/v1/contact-points/${id}`, { ...to, ...whose })).toBe(204);
    const emergency = { id: 'em-told', reason: 'Das Krankenhaus fragt', hours: 3 };
    expect(await statusOf('coordinator', 'POST', `${twin}/emergency`, emergency)).toBe(201);
    const database = new Client({ connectionString: secured.api.databaseUrl });
    await database.connect();
    try {
      await database.query(`SET lotse.scope TO '{"all":true}'`);
      const { rows } = await database.query(
        `SELECT contact_point AS whom, outbox_id AS mail FROM reminder WHERE clock = 'emergency-access.em-told' ORDER BY 1`,
      );
      expect(rows).toEqual([
        { whom: 'tell-lead', mail: null },
        { whom: 'tell-person', mail: null },
      ]);
    } finally {
      await database.end();
    }
    const seen = await secured.ask('twin-lead', 'GET', '/api/v1/persons/t-p01/accesses');
    expect(seen.body).toContain('emergency');
    expect(await statusOf('coordinator', 'GET', twin)).toBe(200);
    secured.api.turnTo('2025-03-21');
    expect(await statusOf('coordinator', 'GET', twin)).toBe(404);
    secured.api.turnTo(TODAY);
  });

  it('lists, counts and pages only what the asker reaches', async () => {
    const ids = async (who: string, path = '/api/v1/journeys?limit=200') =>
      ((await secured.ask(who, 'GET', path)).json.journeys as { id: string }[]).map(({ id }) => id);
    expect(await ids('company')).toEqual(['j01', 'j05']);
    expect(await ids('candidate')).toEqual(['j01']);
    expect(await ids('university')).toEqual(['j01', 'j04']);
    expect(await ids('coordinator')).toHaveLength(6);
    expect(await ids('twin-coordinator')).toHaveLength(6);
    const page = (await secured.ask('company', 'GET', '/api/v1/journeys?limit=1')).json;
    expect(page.next).toBe('j01');
    expect(await ids('company', '/api/v1/journeys?limit=1&cursor=j01')).toEqual(['j05']);
  });

  it('shows no pay, scores, other companies or senders where they are nobody’s business', async () => {
    const university = await bodyOf('university', 'GET', `${J}/timeline`);
    expect(university).not.toMatch(/EUR|monthlyGrossEur|monthlyPayEur|"score"/i);
    const company = await bodyOf('company', 'GET', `${J}/timeline`);
    expect(company).not.toMatch(/"score"|check-in|company-[2-9]|administrator/);
    const candidate = await bodyOf('candidate', 'GET', `${J}/timeline`);
    expect(candidate).not.toMatch(/"score"|assessor-/);
    const funder = (await secured.ask('funder', 'GET', '/api/v1/sheet')).json;
    expect(JSON.stringify(funder)).not.toMatch(/"p\d\d"|company-\d/);
    expect((await secured.ask('candidate', 'GET', J)).json.wording).toMatchObject({
      ky: expect.any(String) as string,
    });
  });
});
