import type { JsonObject } from '@lotse/domain';
import { openSecuredApi, TODAY, type SecuredApi } from './support/secured-api';

jest.setTimeout(600_000);

const J = '/api/v1/journeys/j01';
/** Of another company than that of the first tenant's people. */
const ELSEWHERE = '/api/v1/journeys/j02';
const PERSONAL = ['nomination', 'studies', 'titles', 'stays', 'housedOn', 'lastArrival'];

describe('a consent that is withdrawn', () => {
  let secured: SecuredApi;
  beforeAll(async () => {
    secured = await openSecuredApi();
  });
  afterAll(() => secured.close());
  const give = async (who: string, path: string, command: string, role: string, data: JsonObject) => {
    const { status, json } = await secured.ask(who, 'POST', `${path}/commands`, {
      id: `${command}.${Math.random().toString(36).slice(2)}`,
      command,
      happenedOn: TODAY,
      by: role === 'company' ? { role, organisation: 'company-1' } : { role },
      data,
    });
    return { status, code: json.code, unmet: json.unmet };
  };
  const look = async (who: string, path: string) => {
    const { status, json } = await secured.ask(who, 'GET', path);
    return { status, hidden: json.hidden as readonly string[] };
  };
  const listed = async (who: string): Promise<string> =>
    (await secured.ask(who, 'GET', '/api/v1/journeys')).body;
  const figures = async (): Promise<unknown> =>
    (await secured.ask('key', 'GET', '/api/v1/sheet?programme=kg-glass-2023')).json.sheet;
  const consent = (path: string, purpose: string) =>
    give('key', path, 'give-consent', 'candidate', {
      purpose,
      consentVersion: `${purpose}-1`,
      language: 'ru',
    });
  const withdraw = (path: string, purpose: string) =>
    give('key', path, 'withdraw-consent', 'candidate', { purpose });

  it('takes the candidate out of the sight of the company and its mentor, but for what they did together', async () => {
    expect((await look('company', J)).hidden).not.toEqual(expect.arrayContaining(PERSONAL));
    expect(
      (await give('candidate', J, 'withdraw-consent', 'candidate', { purpose: 'company-sharing' })).status,
    ).toBe(201);
    const company = await look('company', J);
    expect(company).toMatchObject({ status: 200, hidden: expect.arrayContaining(PERSONAL) });
    const { json } = await secured.ask('company', 'GET', J);
    expect(Object(json.state).placements).toHaveProperty(['pl-j01-1', 'agreedOn']);
    expect((await look('mentor', J)).hidden).toEqual(expect.arrayContaining(['housedOn', 'lastArrival']));
    expect((await look('coordinator', J)).hidden).not.toContain('housedOn');
  });

  it('leaves nothing of the candidate to a company that has not agreed yet, in no list either', async () => {
    const placement = { placement: 'pl-offered', company: 'company-1', site: 'Oschatz', from: '2025-09-01' };
    const terms = {
      to: '2025-11-30',
      hoursPerWeek: 38,
      route: '16e',
      goal: 'Ziel',
      supervision: 'Anleitung',
    };
    const rest = { legalRelation: 'Vertrag', hostCoversPublicCosts: true };
    expect(await look('company', ELSEWHERE)).toMatchObject({ status: 404 });
    await give('key', ELSEWHERE, 'reserve-placement', 'coordinator', { ...placement, ...terms, ...rest });
    expect(await look('company', ELSEWHERE)).toMatchObject({ status: 200 });
    expect(await listed('company')).toContain('"j02"');
    await withdraw(ELSEWHERE, 'company-sharing');
    expect(await look('company', ELSEWHERE)).toMatchObject({ status: 404 });
    expect(await listed('company')).not.toContain('"j02"');
    expect(
      await secured.ask('company', 'POST', `${ELSEWHERE}/commands`, {
        id: 'agreed-anyway',
        command: 'agree-placement',
        happenedOn: TODAY,
        by: { role: 'company', organisation: 'company-1' },
        data: { placement: 'pl-offered', mentor: 'mentor-company-1' },
      }),
    ).toMatchObject({ status: 404 });
    await consent(ELSEWHERE, 'company-sharing');
    expect(await look('company', ELSEWHERE)).toMatchObject({ status: 200 });
  });

  it('ends the transfer to the partner country: the university keeps what it said itself', async () => {
    expect((await look('university', J)).hidden).not.toContain('placements');
    await withdraw(J, 'partner-country');
    const { status, hidden } = await look('university', J);
    expect(status).toBe(200);
    expect(hidden).toEqual(expect.arrayContaining(['placements', 'contracts', 'selection', 'commitment']));
    expect(hidden).not.toContain('nomination');
  });

  it('is named with its remedy to whoever would go on, and changes no figure', async () => {
    const before = await figures();
    expect(before).toBeDefined();
    await consent(J, 'company-sharing');
    expect((await withdraw(J, 'company-sharing')).status).toBe(201);
    const offer = await give('key', J, 'prepare-contract', 'company', {
      contract: 'ct-after',
      company: 'company-1',
      position: 'Glasmacher',
      monthlyGrossEur: 4000,
      hoursPerWeek: 39,
      startsOn: '2025-10-01',
      evidence: 'ct-after',
    });
    expect(offer).toMatchObject({
      status: 422,
      unmet: [{ guard: 'sharing-not-withdrawn', who: ['candidate'] }],
    });
    expect(await figures()).toEqual(before);
  });
});
