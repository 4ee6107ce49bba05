import { createDataSource } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import type { DataSource } from 'typeorm';
import { operationsOfApi } from './support/api-operations';
import { belongingsOf, type Belongings } from './support/belongings';
import { TENANT_ROLES } from './support/people';
import { aimsOf, idsFor, sendWith, wordsOf } from './support/replay';
import { openSecuredApi, type SecuredApi } from './support/secured-api';
import { rowsOf, type Rows } from './support/stored-rows';
import { TWIN } from './support/twin-cohort';

jest.setTimeout(900_000);

// The switch exists in this file alone: the guard lets everybody through, the policy says yes to everything and reads are not cut.
jest.mock('../../apps/api/src/policy/policy.guard', () => ({
  PolicyGuard: class {
    canActivate = (): boolean => true;
  },
}));
jest.mock('../../apps/api/src/policy/seen-journeys', () => ({
  seenJourneys: <T>(journeys: T): T => journeys,
}));
jest.mock('../../apps/api/src/policy/seen-sheets', () => ({ seenSheets: <T>(sheets: T): T => sheets }));
jest.mock('@lotse/policy', () => ({
  ...jest.requireActual<object>('@lotse/policy'),
  may: () => ({ ok: true }),
  reachOf: () => undefined,
  seesAll: () => true,
  seesOwn: () => true,
}));

/** Ids of the first tenant, as the second's never are; an administrator without a programme is the installation's and serves both. */
const FOREIGN =
  /"(?:[jp]\d\d|kg-glass-2023|company-\d|uni-\d|demo-(?!twin-|administrator")[a-z]+|[a-z]+\/j\d\d)"/g;

/**
 * No tenant's rows: texts of templates and of the policy, and the names of organisations, which are the installation's and open to
 * everybody who works in a programme (docs/adr/0009).
 */
const OF_NOBODY = /^\/(health|api\/v1\/(policy|templates|session|directory))/;

/** They look beyond a scope on purpose, after the guard: an emergency, and what is due in all programmes. */
const BEYOND = /\/(emergency|retention\/run)$/;

describe('with every guard of the application off, row-level security', () => {
  let secured: SecuredApi;
  let owner: DataSource;
  let theirs: Belongings;
  let own: Belongings;
  let stored: Rows;
  let requests = 0;
  let writes = 0;
  const changed: string[] = [];
  const foreign: string[] = [];

  beforeAll(async () => {
    secured = await openSecuredApi({ LOTSE_OPEN_UNSCANNED_FILES: 'true' });
    owner = await createDataSource(secured.api.databaseUrl, { scope: EVERYTHING }).initialize();
    const query = (sql: string, values: readonly unknown[] = []) => owner.query(sql, [...values]);
    theirs = await belongingsOf(secured, '', query, { figures: false });
    own = await belongingsOf(secured, TWIN, query, { figures: false });
    stored = await rowsOf(owner);
  });
  afterAll(async () => {
    await owner.destroy();
    await secured.close();
    process.stdout.write(
      `with guards off, reads: ${requests}, foreign rows shown: ${foreign.length}, writes: ${writes}, foreign rows changed: ${changed.length}\n`,
    );
  });

  it('is all that stands there: a funder reads what the policy keeps from it, within its programme', async () => {
    expect(await secured.ask('funder', 'GET', '/api/v1/journeys/j01')).toMatchObject({ status: 200 });
    expect(await secured.ask('auditor', 'GET', '/api/v1/journeys/j01/notes')).toMatchObject({ status: 200 });
  });

  it.each(TENANT_ROLES)('shows the %s nothing of another tenant at any address that reads', async (role) => {
    const before = foreign.length;
    const reads = operationsOfApi().filter(({ method, path }) => method === 'GET' && !OF_NOBODY.test(path));
    for (const operation of reads) {
      const named = aimsOf(operation, own);
      for (const aim of named.length > 0 ? named : [{ operation, foreign: [] }]) {
        requests += 1;
        const real = idsFor(aim, own, theirs, true);
        const none = idsFor(aim, own, theirs, false);
        const asked = await sendWith(secured, `twin-${role}`, operation, real, 'chosen');
        const nowhere = await sendWith(secured, `twin-${role}`, operation, none, 'chosen');
        const words = wordsOf(asked, aim.foreign.length > 0 ? real : {}, 'chosen');
        const shown = words.match(FOREIGN) ?? [];
        const same = words === wordsOf(nowhere, aim.foreign.length > 0 ? none : {}, 'chosen');
        if (shown.length > 0 || !same)
          foreign.push(
            `${role} ${operation.path} (${aim.foreign.join(', ')}): ${asked.status} ${shown.slice(0, 3).join(' ')} ${words.slice(0, 200)} | ${nowhere.status} ${nowhere.body.slice(0, 200)}`,
          );
      }
    }
    expect(foreign.slice(before)).toEqual([]);
  });

  it.each(TENANT_ROLES)('lets the %s change nothing of another tenant at any address', async (role) => {
    const before = changed.length;
    const calls = operationsOfApi().filter(({ method, path }) => method !== 'GET' && !BEYOND.test(path));
    for (const operation of calls)
      for (const aim of aimsOf(operation, own).slice(0, 1)) {
        writes += 1;
        await sendWith(
          secured,
          `twin-${role}`,
          operation,
          idsFor(aim, own, theirs, true),
          `chosen-real-${writes}`,
        );
      }
    changed.push(...stored.gone(await rowsOf(owner), [theirs.journey, theirs.person, theirs.programme]));
    expect(changed.slice(before)).toEqual([]);
  });
});
