import { isJsonObject, type JsonObject } from '@lotse/domain';
import { createDataSource } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import type { DataSource } from 'typeorm';
import { PROGRAMME } from '../security/support/people';
import { openSecuredApi, TODAY, type Answered, type SecuredApi } from '../security/support/secured-api';
import { TWIN } from '../security/support/twin-cohort';

jest.setTimeout(300_000);

const PERSON: JsonObject = {
  givenName: 'Жаңыл',
  familyName: 'Өмүрзакова',
  bornOn: '2001-05-06',
  gender: 'female',
  nationality: 'KG',
  languages: [{ code: 'ky', level: 'native' }],
};

const nomination = (id: string, person: JsonObject = {}, prefix = ''): JsonObject => ({
  id,
  happenedOn: TODAY,
  programme: `${prefix}${PROGRAMME}`,
  university: `${prefix}uni-1`,
  agreement: `${prefix}agr-uni-1`,
  subject: 'Keramik',
  expectedDegreeOn: '2027-07-31',
  person: { ...PERSON, ...person },
});

describe('the nomination of somebody new', () => {
  let secured: SecuredApi;
  let owner: DataSource;
  beforeAll(async () => {
    secured = await openSecuredApi();
    owner = await createDataSource(secured.api.databaseUrl, { scope: EVERYTHING }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await secured.close();
  });

  const nominate = (who: string, body: JsonObject, dryRun = false): Promise<Answered> =>
    secured.ask(who, 'POST', `/api/v1/nominations?dryRun=${String(dryRun)}`, body);
  const list = async (who: string, lines: readonly JsonObject[], dryRun = false): Promise<JsonObject[]> => {
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const path = `/api/v1/nominations/list?dryRun=${String(dryRun)}`;
    const { status, body } = await secured.send(who, path, Buffer.from(text), 'application/x-ndjson');
    expect(status).toBe(200);
    return body
      .trim()
      .split('\n')
      .map((line): JsonObject => JSON.parse(line));
  };
  const persons = async (): Promise<number> => {
    const [{ count } = { count: '' }] = await owner.query<{ count: string }[]>(
      `SELECT count(*) FROM record WHERE type = 'person'`,
    );
    return Number(count);
  };
  const guardsOf = ({ unmet, refusal }: JsonObject): unknown[] => {
    const found = isJsonObject(refusal) ? refusal.unmet : unmet;
    return Array.isArray(found) ? found.map((one: JsonObject) => one.guard) : [];
  };

  it('is kept whole, sealed and on record, and read by the university that nominated', async () => {
    const { status, json } = await nominate('university', nomination('first'));
    expect({ status, result: json.result }).toEqual({ status: 201, result: 'accepted' });
    const journey = await secured.ask('university', 'GET', `/api/v1/journeys/${String(json.journey)}`);
    expect(journey.json).toMatchObject({ state: { person: json.person, university: 'uni-1' } });
    const [stored] = await owner.query<{ body: JsonObject; secret: Buffer }[]>(
      `SELECT body, secret FROM record WHERE type = 'person' AND id = $1`,
      [json.person],
    );
    expect(stored?.body).toEqual({});
    expect(stored?.secret.includes('Өмүрзакова')).toBe(false);
    const [kept] = await owner.query<{ count: string }[]>(
      `SELECT (SELECT count(*) FROM audit_waiting WHERE entry LIKE $1) + (SELECT count(*) FROM audit_entry WHERE entry LIKE $1) AS count`,
      [`%record/person/${String(json.person)}%`],
    );
    expect(Number(kept?.count)).toBeGreaterThan(0);
  });

  it('does nothing twice under its id, and takes the id for nothing else', async () => {
    const before = await persons();
    const again = await nominate('university', nomination('first'));
    expect({ status: again.status, result: again.json.result }).toEqual({ status: 200, result: 'repeated' });
    const other = await nominate('university', nomination('first', { bornOn: '2001-05-07' }));
    expect(other.json.code).toBe('id-clash');
    expect(await persons()).toBe(before);
  });

  it('finds the same name and birthday among the own people, however it is written', async () => {
    const { status, json } = await nominate(
      'university',
      nomination('second', { givenName: ' жаңыл ', familyName: 'ӨМҮРЗАКОВА' }),
    );
    expect({ status, guards: guardsOf(json) }).toEqual({ status: 422, guards: ['no-open-journey'] });
  });

  it('tells nobody of people elsewhere: another university nominates the same person', async () => {
    const { status } = await nominate('twin-university', nomination('first', {}, TWIN));
    expect(status).toBe(201);
  });

  it('leaves nobody behind when it is refused, and nothing in a trial', async () => {
    const before = await persons();
    const child = await nominate('university', nomination('child', { bornOn: '2012-01-01' }));
    expect(guardsOf(child.json)).toEqual(['adult']);
    const trial = await nominate('university', nomination('trial', { familyName: 'Сыдыкова' }), true);
    expect({ status: trial.status, result: trial.json.result }).toEqual({
      status: 200,
      result: 'would-be-accepted',
    });
    expect(await persons()).toBe(before);
  });

  it('is given for the own university alone, and by the coordination for those of its programme', async () => {
    const foreign = await nominate('university', nomination('foreign', { familyName: 'Б' }, TWIN));
    expect({ status: foreign.status, guards: guardsOf(foreign.json) }).toEqual({
      status: 403,
      guards: ['policy'],
    });
    const mixed = { ...nomination('mixed', { familyName: 'В' }), agreement: `${TWIN}agr-uni-1` };
    const nowhere = { ...mixed, agreement: 'no-such-agreement' };
    const [asked, none] = [await nominate('university', mixed), await nominate('university', nowhere)];
    expect(guardsOf(asked.json)).toEqual(['agreement-in-force']);
    expect(asked.json.detail).toBe(none.json.detail);
    expect((await nominate('coordinator', nomination('by-office', { familyName: 'Г' }))).status).toBe(201);
    expect((await nominate('twin-coordinator', nomination('by-other', { familyName: 'Д' }))).status).toBe(
      403,
    );
    for (const who of ['company', 'mentor', 'candidate', 'assessor', 'funder', 'auditor', 'lead'])
      expect((await nominate(who, nomination('x', { familyName: 'Е' }))).status).toBe(403);
  });

  it('answers a list line by line: what is wrong, who stands there twice, and the rest goes on', async () => {
    const lines = [
      nomination('l1', { familyName: 'Жолдошева' }),
      nomination('l2', { familyName: 'Иманова', gender: 'f', nationality: 'Kirgisistan' }),
      nomination('l3', { familyName: 'жолдошева' }),
      nomination('l4', { familyName: 'Касымова' }),
    ];
    const tried = await list('university', lines, true);
    const expected = ['refused', 'refused'];
    expect(tried.map(({ result }) => result)).toEqual([
      'would-be-accepted',
      ...expected,
      'would-be-accepted',
    ]);
    expect(guardsOf(tried[1] ?? {})).toEqual(['field:person.gender', 'field:person.nationality']);
    expect(guardsOf(tried[2] ?? {})).toEqual(['listed-once']);
    const done = await list('university', lines);
    expect(done.map(({ result }) => result)).toEqual(['accepted', ...expected, 'accepted']);
    const repeated = await list('university', lines);
    expect(repeated.map(({ result }) => result)).toEqual(['repeated', ...expected, 'repeated']);
  });

  it('is safe when a list is sent twice at once', async () => {
    const lines = ['м1', 'м2', 'м3'].map((familyName) =>
      nomination(`n-${familyName.slice(1)}`, { familyName }),
    );
    const before = await persons();
    const both = await Promise.all([list('university', lines), list('university', lines)]);
    for (const rows of both)
      for (const { result } of rows) expect(['accepted', 'repeated']).toContain(result);
    expect(await persons()).toBe(before + lines.length);
  });
});
