import { inboxSightOf, reachOf, type Grant, type Principal } from '@lotse/policy';
import type { InboxTask } from '@lotse/journeys';
import { isJsonObject, type Json, type JsonObject } from '@lotse/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command, consent, line, nominate, person, PROJECT, score } from './journeys/project';

const BRANCHES = join(__dirname, '../../examples/branches/branches.jsonl');
const ARRIVED = 'branch-15';

/** Records of the failure branches, and the journey that arrives, up to the day it does. */
function untilArrival(): JsonObject[] {
  const lines = readFileSync(BRANCHES, 'utf8').trim().split('\n');
  const parsed = lines.map((line): Json => JSON.parse(line)).filter(isJsonObject);
  const own = parsed.filter(({ type, journey }) => type !== 'command' || journey === ARRIVED);
  const arrival = own.findIndex(({ data }) => isJsonObject(data) && data.to === 'ARR');
  return own.slice(0, arrival + 1);
}

describe('the inbox of those who take part', () => {
  let database: JourneysDatabase;
  beforeAll(async () => {
    database = await openJourneysDatabase();
  });
  afterAll(() => database.close());

  const inboxOf = async (grant: Grant): Promise<readonly InboxTask[]> => {
    const principal: Principal = { id: 'account-1', entrance: 'session', grants: [grant] };
    const reach = reachOf(principal, 'inbox.read');
    const sight = inboxSightOf(principal);
    const page = await database.journeys.inbox({
      ...(reach === undefined ? {} : { reach }),
      sight,
      limit: 200,
    });
    return page.tasks;
  };

  it('of an assessor holds what is to be judged, until they have judged it', async () => {
    const assessor = { role: 'assessor', programme: 'glass', reference: 'assessor-1' } as const;
    await database.importObjects(...PROJECT, person('p1'));
    expect(await inboxOf(assessor)).toEqual([]);
    await database.submit(nominate('j1', 'p1'));
    await database.submit(consent('j1'));
    const [task, ...more] = await inboxOf(assessor);
    expect(task).toMatchObject({ journey: 'j1', who: 'assessor' });
    expect(more).toEqual([]);
    expect(await inboxOf({ ...assessor, programme: 'steel' })).toEqual([]);
    await database.submit(score('j1', 'assessor-1'));
    expect(await inboxOf(assessor)).toEqual([]);
    expect(await inboxOf({ ...assessor, reference: 'assessor-2' })).toMatchObject([{ journey: 'j1' }]);
    await database.submit(score('j1', 'assessor-2'));
    expect(await inboxOf({ ...assessor, reference: 'assessor-3' })).toEqual([]);
  });

  it('of a municipality holds what it has to do for those who were housed there, and for nobody else', async () => {
    const town = { type: 'organisation', id: 'town', kind: 'municipality', name: 'Torgau' };
    const lines = untilArrival();
    const answers = await database.importObjects(...lines, town);
    expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
    const municipality = { role: 'municipality', organisation: 'town' } as const;
    expect(await inboxOf(municipality)).toEqual([]);
    const housing = { place: 'Торгау, Bahnhofstr. 1', municipality: 'town' };
    const on = String(lines.at(-1)?.happenedOn);
    const housed = line(command(ARRIVED, 'record-housing', 'coordinator', housing, { on }));
    expect(await database.importObjects(housed)).toMatchObject([{ result: 'accepted' }]);
    const tasks = await inboxOf(municipality);
    expect(new Set(tasks.map(({ journey }) => journey))).toEqual(new Set([ARRIVED]));
    expect(new Set(tasks.map(({ who }) => who))).toEqual(new Set(['municipality']));
    expect(await inboxOf({ ...municipality, organisation: 'company-1' })).toEqual([]);
  });
});
