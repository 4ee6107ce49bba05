import type { JsonObject } from '@lotse/domain';
import type { LineAnswer } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { line, nominate, person, PROJECT, reserve, command } from './journeys/project';

const company = (sites: readonly string[]): JsonObject => ({
  type: 'organisation',
  id: 'company-1',
  kind: 'company',
  name: 'Company 1',
  sites,
});
const short = ({ result, version, refusal }: LineAnswer): unknown => refusal?.code ?? [result, version];

describe('records as versions', () => {
  let database: JourneysDatabase;
  const put = async (...lines: readonly JsonObject[]): Promise<unknown[]> =>
    (await database.importObjects(...lines)).map(short);

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT);
  });
  afterAll(() => database.close());

  it('append another body, and leave one that equals any stored version', async () => {
    const first = person('p1');
    const second = person('p1', { nationality: 'KZ' });
    expect(
      await put(first, second, first, second, Object.fromEntries(Object.entries(first).reverse())),
    ).toEqual([
      ['accepted', 1],
      ['accepted', 2],
      ['unchanged', 1],
      ['unchanged', 2],
      ['unchanged', 1],
    ]);
  });

  it('tell recordedAt as part of the body', async () => {
    const first = person('p2', { recordedAt: '2024-01-01T01:00:00+01:00' });
    expect(await put(first, person('p2'))).toEqual([
      ['accepted', 1],
      ['accepted', 2],
    ]);
    const [row]: { recorded_at: Date }[] = await database.dataSource.query(
      `SELECT recorded_at FROM record WHERE id = 'p2' AND version = 1`,
    );
    expect(row?.recorded_at.toISOString()).toBe('2024-01-01T00:00:00.000Z');
  });

  it('are numbered without gaps when many come at the same moment', async () => {
    const nations = ['KG', 'KZ', 'UZ', 'TJ'];
    const answers = await Promise.all(nations.map((nationality) => put(person('p3', { nationality }))));
    expect(new Set(answers.flat())).toEqual(new Set([1, 2, 3, 4].map((version) => ['accepted', version])));
  });

  it('keep a site that has a placement until it is cancelled', async () => {
    await put(person('p4'), line(nominate('j4', 'p4')), line(reserve('j4', 'pl-4')));
    expect(await put(company(['Oschatz']))).toEqual(['guards-unmet']);
    expect(await put(company(['Torgau']))).toEqual([['accepted', 2]]);
    await put(
      line(command('j4', 'cancel-placement', 'coordinator', { placement: 'pl-4', reason: 'no room' })),
    );
    expect(await put(company(['Oschatz']))).toEqual([['accepted', 3]]);
  });

  it('may name a carrier and funders that follow later', async () => {
    expect(await put({ ...PROJECT[0], carrier: 'not-yet', funders: ['nor-these'] })).toEqual([
      ['accepted', 2],
    ]);
  });

  it('decide the next command: a person corrected to be a child cannot be nominated', async () => {
    await put(person('p5'), person('p5', { bornOn: '2015-01-01' }));
    const [answer] = await database.importObjects(line(nominate('j5', 'p5')));
    expect(answer?.refusal?.unmet.map(({ guard }) => guard)).toEqual(['adult']);
  });
});
