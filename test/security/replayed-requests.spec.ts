import { createDataSource } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import type { DataSource } from 'typeorm';
import { operationsOfApi } from './support/api-operations';
import { belongingsOf, type Belongings } from './support/belongings';
import { TENANT_ROLES } from './support/people';
import { aimsOf, idsFor, sendWith, wordsOf } from './support/replay';
import { openSecuredApi, type Answered, type SecuredApi } from './support/secured-api';
import { rowsOf, type Rows } from './support/stored-rows';
import { TWIN } from './support/twin-cohort';

jest.setTimeout(900_000);

/** One role of each relation: programme, own organisation, own person. */
const SINGLY: readonly string[] = ['coordinator', 'lead', 'university', 'candidate'];

describe('every request of the API that names what is another tenant’s', () => {
  let secured: SecuredApi;
  let owner: DataSource;
  let theirs: Belongings;
  let own: Belongings;
  let stored: Rows;
  let requests = 0;
  const differing: string[] = [];
  const changed: string[] = [];

  beforeAll(async () => {
    secured = await openSecuredApi({ LOTSE_OPEN_UNSCANNED_FILES: 'true' });
    owner = await createDataSource(secured.api.databaseUrl, { scope: EVERYTHING }).initialize();
    const query = (sql: string, values: readonly unknown[] = []) => owner.query(sql, [...values]);
    theirs = await belongingsOf(secured, '', query);
    own = await belongingsOf(secured, TWIN, query);
    stored = await rowsOf(owner);
  });
  afterAll(async () => {
    await owner.destroy();
    await secured.close();
    process.stdout.write(
      `requests replayed by the other tenant: ${requests}, told apart: ${differing.length}, foreign rows changed: ${changed.length}\n`,
    );
  });

  it.each(TENANT_ROLES)(
    'is answered to the other %s as if there were nothing, and changes nothing',
    async (role) => {
      const before = differing.length + changed.length;
      for (const operation of operationsOfApi())
        // What the table refuses by role alone is refused whichever id is foreign: the others try each id by itself.
        for (const aim of aimsOf(operation, own).slice(0, SINGLY.includes(role) ? undefined : 1)) {
          requests += 1;
          const real = idsFor(aim, own, theirs, true);
          const none = idsFor(aim, own, theirs, false);
          const chosen = (of: string): string => `chosen-${of}-${requests}`;
          const asked = await sendWith(secured, `twin-${role}`, operation, real, chosen('real'));
          const nowhere = await sendWith(secured, `twin-${role}`, operation, none, chosen('none'));
          const answers = [wordsOf(asked, real, chosen('real')), wordsOf(nowhere, none, chosen('none'))];

          if (answers[0] !== answers[1] || JSON.stringify(asked.headers) !== JSON.stringify(nowhere.headers))
            differing.push(
              `${role} ${operation.method} ${operation.path} (foreign: ${aim.foreign.join(', ')})\n  ${answers.join('\n  ')}`,
            );
        }
      changed.push(...stored.gone(await rowsOf(owner), [theirs.journey, theirs.person, theirs.programme]));
      expect([...differing, ...changed].slice(before)).toEqual([]);
    },
  );

  it('learns nothing of the ids that others chose for what they made', async () => {
    const note = (id: string) => ({ id, audience: 'shared', text: 'Für alle', role: 'coordinator' });
    const command = (id: string) => ({
      id,
      command: 'override-recommendation',
      happenedOn: '2025-03-20',
      by: { role: 'coordinator' },
      data: { reason: 'he works well', approvedBy: 'demo-twin-second' },
    });
    /** Hashes of reports hold a random part. */
    const told = (answer: Answered, id: string) => wordsOf(answer, {}, id).replaceAll(/[\da-f]{64}/g, '…');
    const made = async (
      path: string,
      taken: string,
      body: (id: string) => object,
      who = 'twin-second',
    ): Promise<void> => {
      const ask = (id: string) => secured.ask(who, 'POST', path, { ...body(id) });
      const free = await ask('chosen-none-0');
      expect(free.status).toBe(201);
      for (const id of new Set([taken, theirs[taken.slice(0, -2)] ?? taken]))
        expect(told(await ask(id), id)).toBe(told(free, 'chosen-none-0'));
    };
    const journey = `/api/v1/journeys/${own.journey}`;
    await made(`${journey}/notes`, 'note-1', note);
    await made(`/api/v1/journeys/${TWIN}j05/approvals`, 'approval-1', (id) => ({
      id,
      command: command(`c-${id}`),
    }));
    await made(`${journey}/emergency`, 'emergency-1', (id) => ({ id, reason: 'Gefahr', hours: 1 }));
    await made('/api/v1/reports', 'report-1', (id) => ({ id, asOf: '2025-01-31' }));
    const order = { indicator: 'students', asOf: '2025-01-31', share: 20, seed: 'both were there' };
    await made('/api/v1/samples', 'sample-1', (id) => ({ id, ...order, answersUntil: '2025-04-30' }));
    const days = { account: 'demo-twin-auditor', from: '2025-03-02', to: '2025-03-03' };
    await made(`/api/v1/samples/${own.sample}/rooms`, 'room-1', (id) => ({ id, ...days }));
    const pages = { file: own.file, pages: [own.page] };
    await made('/api/v1/redactions', 'redaction-1', (id) => ({ id, ...pages }));
    const hold = { person: own.person, reason: 'Klage' };
    await made('/api/v1/holds', 'hold-1', (id) => ({ id, ...hold }), 'twin-lead');
  });
});
