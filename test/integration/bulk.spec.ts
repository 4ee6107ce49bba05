import type { JsonObject } from '@lotse/domain';
import { Readable } from 'node:stream';
import type { BulkRow, UndoRow } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { agree, command, consent, day, line, nominate, person, PROJECT, reserve } from './journeys/project';

const sender = { submittedBy: 'coordinator-1' };

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const count = (rows: readonly BulkRow[], result: string): number =>
  rows.filter((row) => row.result === result).length;

describe('many at once', () => {
  let database: JourneysDatabase;
  const numbers = Array.from({ length: 15 }, (_, index) => index + 1);

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(
      ...PROJECT,
      { type: 'organisation', id: 'company-2', kind: 'company', name: 'Company 2', sites: ['Torgau'] },
      ...numbers.map((number) => person(`p${number}`)),
      ...numbers.map((number) => line(nominate(`j${number}`, `p${number}`, { on: day(-10) }))),
      // The places of 1 to 12 are company 1's, that of 13 belongs to somebody else, 14 and 15 have none.
      ...numbers
        .slice(0, 13)
        .map((number) =>
          line(reserve(`j${number}`, `place-${number}`, number === 13 ? { company: 'company-2' } : {})),
        ),
    );
  });
  afterAll(() => database.close());

  const selection = numbers.map((number) => agree(`j${number}`, `place-${number}`));
  const bulk = (
    commands: Iterable<JsonObject> | AsyncIterable<JsonObject>,
    batch: string,
    dryRun = false,
  ): Promise<BulkRow[]> => all(database.journeys.bulk(commands, { sender, batch, dryRun }));

  it('tells in a dry run what would become of each row, and keeps nothing', async () => {
    const before = await database.rows();
    const rows = await bulk(selection, 'agree-all', true);
    expect(count(rows, 'would-be-accepted')).toBe(12);
    expect(await database.rows()).toEqual(before);
  });

  it('moves 12 of 15 and lists the 3 that belong to somebody else or are unmet', async () => {
    const rows = await bulk(selection, 'agree-all');
    expect(count(rows, 'accepted')).toBe(12);
    expect(rows.filter(({ result }) => result === 'refused')).toMatchObject([
      { row: 13, journey: 'j13', refusal: { code: 'actor-not-allowed' } },
      { row: 14, journey: 'j14', refusal: { unmet: [{ who: ['coordinator'] }] } },
      { row: 15, journey: 'j15', refusal: { unmet: [{ who: ['coordinator'] }] } },
    ]);
    expect(count(await bulk(selection, 'agree-all'), 'repeated')).toBe(12);
  });

  it('is undone as one: in a dry run first, then for good, then nothing is left to undo', async () => {
    const undo = (dryRun: boolean): Promise<UndoRow[]> =>
      all(database.journeys.undo('agree-all', { sender, reason: 'wrong list', dryRun }));
    expect(count(await undo(true), 'would-be-accepted')).toBe(12);
    expect((await database.journeys.getJourney('j1'))?.state.placements['place-1']?.agreedOn).toBeDefined();
    expect(count(await undo(false), 'accepted')).toBe(12);
    expect((await database.journeys.getJourney('j1'))?.state.placements['place-1']?.agreedOn).toBeUndefined();
    expect(count(await undo(false), 'repeated')).toBe(12);
  });

  it('undoes the youngest of a journey first, moves and status by their own commands, and says what stays', async () => {
    const batch = [
      command('j1', 'hold', 'coordinator', { reason: 'illness' }),
      command('j2', 'close', 'coordinator', { outcome: 'other', party: 'company', returnable: true }),
      command('j3', 'withdraw', 'candidate', { reason: 'other plans' }),
    ];
    expect(count(await bulk(batch, 'pause'), 'accepted')).toBe(3);
    const rows = await all(database.journeys.undo('pause', { sender, reason: 'mistake' }));
    expect(rows).toMatchObject([
      { journey: 'j1', result: 'accepted' },
      { journey: 'j2', result: 'accepted' },
      { journey: 'j3', result: 'refused', refusal: { code: 'not-correctable' } },
    ]);
    const statusOf = async (id: string) => (await database.journeys.getJourney(id))?.status;
    expect([await statusOf('j1'), await statusOf('j2'), await statusOf('j3')]).toEqual([
      'open',
      'open',
      'closed',
    ]);
  });

  it('reads them from lines, as an import does: a line that is none is refused and the others go on', async () => {
    const lines = [
      JSON.stringify({ type: 'command', ...consent('j5') }),
      '',
      '{"id": ',
      JSON.stringify({ type: 'person', id: 'p1' }),
      JSON.stringify(consent('j6')),
    ];
    const source = Readable.from([lines.join('\n')]);
    const rows = await all(database.journeys.bulkLines(source, { sender, batch: 'lines' }));
    expect(rows.map(({ row, journey, result, refusal }) => [row, journey, refusal?.code ?? result])).toEqual([
      [1, 'j5', 'accepted'],
      [3, null, 'line-unreadable'],
      [4, null, 'unknown-type'],
      [5, 'j6', 'accepted'],
    ]);
  });

  it('takes rows one by one, so that a long list needs no more memory than a short one', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<JsonObject> {
      for (;;) {
        taken += 1;
        yield await Promise.resolve(consent('j4'));
      }
    }
    let answered = 0;
    for await (const row of database.journeys.bulk(endless(), { sender, batch: 'stream', dryRun: true })) {
      answered = row.row;
      expect(taken).toBe(answered);
      if (answered === 50) break;
    }
    expect(answered).toBe(50);
  });
});
