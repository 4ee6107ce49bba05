import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@lotse/domain';
import { TENANT_ROLES } from './support/people';
import { openSecuredApi, TODAY, type SecuredApi } from './support/secured-api';

jest.setTimeout(240_000);

/** Packs as committed: the API adds nothing to the law and leaves nothing out. */
const LAW = readFileSync(join(__dirname, '../../libs/domain/src/packs/de-2026.ts'), 'utf8');

describe('what overviews show over HTTP', () => {
  let secured: SecuredApi;
  beforeAll(async () => {
    secured = await openSecuredApi();
  });
  afterAll(() => secured.close());

  const statuses = (who: readonly string[], path: string) =>
    Promise.all(who.map(async (one) => `${one} ${String((await secured.ask(one, 'GET', path)).status)}`));

  it('tells an administrator how every part of the system is, and what helps', async () => {
    const { status, json } = await secured.ask('administrator', 'GET', '/api/v1/system');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      version: '0.1.0',
      checks: [
        { check: 'database', state: 'fine' },
        { check: 'temporal', state: 'unknown', helps: expect.stringContaining('TEMPORAL_ADDRESS') },
        { check: 'workers', state: 'unknown' },
        { check: 'stuck-journeys', state: 'unknown' },
        { check: 'wakes' },
        { check: 'mails' },
        { check: 'webhooks', state: 'fine', count: 0 },
        { check: 'files', state: 'fine', count: 0 },
        { check: 'audit-chain', state: 'fine' },
        { check: 'audit-head', state: 'unknown' },
        { check: 'backup', state: 'unknown', helps: expect.stringContaining('last-backup') },
      ],
    });
    expect(JSON.stringify(json)).not.toMatch(/postgres(ql)?:\/\/|Bekova|Айгуль/);
  });

  it('tells nobody else how the system is', async () => {
    expect(
      await statuses(['coordinator', 'lead', 'auditor', 'funder', 'candidate'], '/api/v1/system'),
    ).toEqual(['coordinator 403', 'lead 403', 'auditor 403', 'funder 403', 'candidate 403']);
  });

  it('shows the law of a day with its sources to everybody who has an account', async () => {
    const { json } = await secured.ask('candidate', 'GET', '/api/v1/rules?on=2026-03-01');
    expect(json).toMatchObject({
      on: '2026-03-01',
      assumed: false,
      pack: {
        id: 'de-2026',
        checkedOn: /checkedOn: '(\d{4}-\d{2}-\d{2})'/.exec(LAW)?.[1],
        minimumWageEur: 13.9,
        payFloors: expect.arrayContaining([
          expect.objectContaining({ code: 'blue-card', yearlyEur: 50_700, source: '§ 18g AufenthG' }),
        ]),
      },
      packs: [{ id: 'de-2025' }, { id: 'de-2026' }],
    });
    const { json: before } = await secured.ask('candidate', 'GET', '/api/v1/rules?on=2023-12-01');
    expect(before).toMatchObject({ assumed: true, pack: { id: 'de-2025' } });
    expect((await secured.ask('candidate', 'GET', '/api/v1/rules?on=soon')).json).toMatchObject({
      code: 'fields-invalid',
    });
  });

  it('shows the whole policy to those who run or oversee the system, and their own rows to others', async () => {
    const rolesSeenBy = async (who: string): Promise<readonly string[]> => {
      const { json } = await secured.ask(who, 'GET', '/api/v1/policy');
      const rows = (json.rows ?? []) as readonly JsonObject[];
      return [...new Set(rows.map(({ role }) => String(role)))];
    };
    for (const who of ['administrator', 'auditor', 'lead'])
      expect(await rolesSeenBy(who)).toEqual(expect.arrayContaining(['candidate', 'company', 'funder']));
    expect(await rolesSeenBy('coordinator')).toEqual(['coordinator']);
  });

  it('tells a candidate who reached their data by role, and nothing of others', async () => {
    await secured.ask('coordinator', 'GET', '/api/v1/journeys/j01');
    await secured.ask('coordinator', 'GET', '/api/v1/journeys/j02/timeline');
    const { body, json } = await secured.ask('candidate', 'GET', '/api/v1/account/accesses');
    expect(json.entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'journey.read', roles: ['coordinator'], own: false }),
      ]),
    );
    expect(body).not.toContain('demo-');
    expect(body).not.toContain('journey.timeline');
    expect((await secured.ask('twin-candidate', 'GET', '/api/v1/account/accesses')).body).not.toContain(
      '"roles":["coordinator"],"entrance":"token","action":"journey.read"',
    );
    expect((await secured.ask('company', 'GET', '/api/v1/account/accesses')).json).toEqual({ entries: [] });
  });

  it('ends the sessions of an account and lets its owner come in anew', async () => {
    expect((await secured.askInSession('named', 'GET', '/api/v1/account')).status).toBe(200);
    expect((await secured.ask('coordinator', 'DELETE', '/api/v1/accounts/demo-named/sessions')).status).toBe(
      403,
    );
    expect(
      (await secured.ask('administrator', 'DELETE', '/api/v1/accounts/demo-named/sessions')).status,
    ).toBe(204);
    expect((await secured.askInSession('named', 'GET', '/api/v1/account')).status).toBe(401);
    expect((await secured.ask('named', 'GET', '/api/v1/policy')).status).toBe(200);
    expect(
      (await secured.ask('administrator', 'DELETE', '/api/v1/accounts/nobody/sessions')).json,
    ).toMatchObject({ code: 'account-unknown' });
  });

  const withdraw = async (journey: string): Promise<void> => {
    const { status, body } = await secured.ask('key', 'POST', `/api/v1/journeys/${journey}/commands`, {
      id: `withdraw-${journey}`,
      command: 'withdraw',
      happenedOn: TODAY,
      by: { role: 'candidate' },
      data: { reason: 'Барбайм' },
    });
    if (status >= 300) throw new Error(body);
  };

  it('shows a cohort cut to its rows, and names to those alone who may know them', async () => {
    const cohortOf = async (who: string) => {
      const { json } = await secured.ask(who, 'GET', '/api/v1/cohort');
      return (json.journeys ?? []) as readonly JsonObject[];
    };
    const ids = (lines: readonly JsonObject[]) => lines.map(({ id }) => id);
    expect(ids(await cohortOf('coordinator'))).toEqual(['j01', 'j02', 'j03', 'j04', 'j05', 'j06']);
    expect(ids(await cohortOf('twin-coordinator'))).toEqual(
      ['j01', 'j02', 'j03', 'j04', 'j05', 'j06'].map((id) => `t-${id}`),
    );
    expect(ids(await cohortOf('candidate'))).toEqual(['j01']);
    for (const who of ['company', 'mentor', 'university'])
      for (const id of ids(await cohortOf(who))) expect(id).toMatch(/^j/);
    expect((await cohortOf('coordinator'))[0]).toMatchObject({ name: { family: 'Asanov' } });
    for (const who of ['auditor', 'administrator'])
      for (const line of await cohortOf(who)) expect(line).not.toHaveProperty('name');
    expect((await secured.ask('funder', 'GET', '/api/v1/cohort')).status).toBe(403);
    expect(
      (await secured.ask('coordinator', 'GET', '/api/v1/cohort?programme=t-kg-glass-2023')).json.journeys,
    ).toEqual([]);
  });

  it('names organisations to those who work with them: other companies are none of a company', async () => {
    const companiesSeenBy = async (who: string): Promise<readonly unknown[]> => {
      const { json } = await secured.ask(who, 'GET', '/api/v1/directory');
      return ((json.organisations ?? []) as readonly JsonObject[])
        .filter(({ kind }) => kind === 'company')
        .map(({ id }) => id);
    };
    expect(await companiesSeenBy('coordinator')).toContain('company-2');
    expect(await companiesSeenBy('company')).toEqual(['company-1']);
    expect((await companiesSeenBy('mentor')).filter((id) => id !== 'company-1')).toEqual([]);
  });

  it('names organisations of other tenants to those alone who choose among all of them', async () => {
    const seenBy = async (who: string): Promise<readonly string[]> => {
      const { json } = await secured.ask(who, 'GET', '/api/v1/directory');
      return ((json.organisations ?? []) as readonly JsonObject[]).map(({ id }) => String(id));
    };
    for (const who of ['coordinator', 'administrator'])
      expect(await seenBy(who)).toEqual(expect.arrayContaining(['uni-1', 't-uni-1', 't-carrier']));
    for (const who of TENANT_ROLES.filter((role) => !['coordinator', 'named'].includes(role))) {
      const seen = await seenBy(who);
      expect({ who, foreign: seen.filter((id) => id.startsWith('t-')) }).toEqual({ who, foreign: [] });
    }
    const ofTheirProgramme = ['uni-1', 'carrier', 'funder', 'partner-economic-development-office'];
    for (const who of ['auditor', 'lead', 'funder'])
      expect(await seenBy(who)).toEqual(expect.arrayContaining(ofTheirProgramme));
  });

  it('shows agreements to the organisation that they bind alone', async () => {
    const agreementsOf = async (who: string): Promise<readonly unknown[]> => {
      const { json } = await secured.ask(who, 'GET', '/api/v1/directory');
      return ((json.agreements ?? []) as readonly JsonObject[]).map(({ id }) => id);
    };
    expect(await agreementsOf('university')).toEqual(['agr-uni-1']);
    expect(await agreementsOf('twin-university')).toEqual(['t-agr-uni-1']);
    expect(await agreementsOf('candidate')).toEqual([]);
    expect(await agreementsOf('coordinator')).toEqual([]);
  });

  it('tells of changes to those alone who may read the journey', async () => {
    const [here, there, stranger] = await Promise.all(
      ['coordinator', 'twin-coordinator', 'candidate'].map((who) => watched(secured, who)),
    );
    await withdraw('j05');
    await withdraw('t-j05');
    await withdraw('j01');
    expect(await here?.until('j01')).toContain('j05');
    expect(await there?.until('t-j05')).not.toMatch(/"j0\d"/);
    expect(await stranger?.until('j01')).not.toContain('j05');
  });

  it('lists receipts of erasures to the lead of the persons alone', async () => {
    await withdraw('j06');
    const journey = (await secured.ask('key', 'GET', '/api/v1/journeys/j06')).json;
    const { person } = journey.state as { readonly person: string };
    expect((await secured.ask('lead', 'POST', `/api/v1/persons/${person}/erasure`)).status).toBe(200);
    const receiptsOf = async (who: string) => (await secured.ask(who, 'GET', '/api/v1/erasures')).json;
    expect(await receiptsOf('lead')).toMatchObject({ receipts: [{ person, cause: 'request' }] });
    expect(await receiptsOf('twin-lead')).toEqual({ receipts: [] });
    expect((await secured.ask('coordinator', 'GET', '/api/v1/erasures')).status).toBe(403);
  });
});

/** The events that somebody is told, read as they come. */
async function watched(secured: SecuredApi, who: string) {
  const { body } = await secured.fetchAs(who, '/api/v1/events');
  if (body === null) throw new Error('There is no stream');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let told = '';
  return {
    /** Everything up to the first event about a journey. */
    async until(journey: string): Promise<string> {
      while (!told.includes(`"${journey}"`)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`The stream ended without ${journey}: ${told}`);
        told += value;
      }
      await reader.cancel();
      return told;
    },
  };
}
