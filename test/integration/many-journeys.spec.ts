import { createSheetReader } from '@lotse/persistence';
import type { BulkRow } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import {
  agree,
  command,
  day,
  line,
  nominate,
  person,
  PROJECT,
  reserve,
  score,
  consent,
} from './journeys/project';

const sender = { submittedBy: 'coordinator-1' };

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const told = (rows: readonly BulkRow[]): string[] =>
  rows.map(({ journey, result, refusal }) => `${journey} ${refusal?.code ?? result}`);

describe('actions over many journeys', () => {
  let database: JourneysDatabase;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(
      ...PROJECT,
      { type: 'organisation', id: 'company-2', kind: 'company', name: 'Company 2', sites: ['Torgau'] },
      ...['p1', 'p2', 'p3', 'p4', 'p4-again', 'p5', 'p5-again'].map((id) => person(id)),
    );
  });
  afterAll(() => database.close());

  describe('a company that fails', () => {
    const contract = (journey: string, id: string) =>
      command(
        journey,
        'prepare-contract',
        'company',
        {
          contract: id,
          company: 'company-1',
          position: 'glass maker',
          monthlyGrossEur: 4000,
          hoursPerWeek: 40,
          startsOn: day(200),
          evidence: 'e-1',
        },
        { organisation: 'company-1' },
      );
    const fail = (dryRun: boolean): Promise<BulkRow[]> =>
      all(
        database.journeys.failOrganisation(
          { organisation: 'company-1', on: day(0), reason: 'insolvent' },
          { sender, batch: 'company-1-fails', dryRun },
        ),
      );
    const placementOf = async (journey: string, id: string) =>
      (await database.journeys.getJourney(journey))?.state.placements[id];

    beforeAll(async () => {
      await database.importObjects(
        line(nominate('reserved', 'p1', { on: day(-10) })),
        line(reserve('reserved', 'place-1')),
        line(contract('reserved', 'contract-1')),
        line(nominate('elsewhere', 'p2', { on: day(-10) })),
        line(reserve('elsewhere', 'place-2', { company: 'company-2' })),
        line(nominate('running', 'p3', { on: day(-60) })),
        line(reserve('running', 'place-3', { from: day(-40), to: day(50) }, { on: day(-59) })),
        line(agree('running', 'place-3', { on: day(-58) })),
        line(command('running', 'opt-in', 'candidate', { placement: 'place-3' }, { on: day(-57) })),
        line(
          command(
            'running',
            'start-internship',
            'mentor',
            { placement: 'place-3' },
            { on: day(-40), organisation: 'company-1' },
          ),
        ),
      );
    });

    it('is shown first: what would end in which journey, with the clocks that follow', async () => {
      const before = await database.rows();
      const rows = await fail(true);
      expect(told(rows)).toEqual([
        'reserved would-be-accepted',
        'reserved would-be-accepted',
        'running would-be-accepted',
      ]);
      expect(rows[2]?.changes).toBeDefined();
      expect(await database.rows()).toEqual(before);
    });

    it('cancels what has not begun, ends what runs, retracts contracts, and leaves other companies alone', async () => {
      expect(told(await fail(false))).toEqual(['reserved accepted', 'reserved accepted', 'running accepted']);
      expect(await placementOf('reserved', 'place-1')).toMatchObject({ cancelledOn: day(0) });
      expect(await placementOf('running', 'place-3')).toMatchObject({
        ended: { how: 'early', lastDay: day(0) },
      });
      expect((await database.journeys.getJourney('reserved'))?.state.contracts['contract-1']).toMatchObject({
        retractedOn: day(0),
      });
      expect(await placementOf('elsewhere', 'place-2')).not.toHaveProperty('cancelledOn');
      expect(await fail(false)).toEqual([]);
    });

    it('has to be one that is known', async () => {
      const failed = { organisation: 'company-9', on: day(0), reason: 'insolvent' };
      const rows = all(database.journeys.failOrganisation(failed, { sender, batch: 'nobody' }));
      await expect(rows).rejects.toMatchObject({ code: 'reference-unknown' });
    });

    it('is undone as one', async () => {
      const rows = await all(database.journeys.undo('company-1-fails', { sender, reason: 'it was saved' }));
      expect(new Set(rows.map(({ result }) => result))).toEqual(new Set(['accepted']));
      expect(await placementOf('running', 'place-3')).not.toHaveProperty('ended');
    });

    it('lets go of a reserved place too when the candidate is no longer shown to it', async () => {
      await database.importObjects(
        line(consent('elsewhere')),
        line(command('elsewhere', 'withdraw-consent', 'candidate', { purpose: 'company-sharing' })),
      );
      const failure = { organisation: 'company-2', on: day(0), reason: 'insolvent' };
      const rows = await all(
        database.journeys.failOrganisation(failure, { sender, batch: 'company-2-fails' }),
      );
      expect(told(rows)).toEqual(['elsewhere accepted']);
      expect(await placementOf('elsewhere', 'place-2')).toMatchObject({ cancelledOn: day(0) });
    });
  });

  describe('two records of one person', () => {
    const merge = (from: string, into: string, approvedBy = 'data-protection-lead', dryRun = false) =>
      all(
        database.journeys.mergePerson(
          { from, into, reason: 'the same passport', approvedBy },
          { sender, batch: `merge-${from}`, dryRun },
        ),
      );
    const selected = (journey: string, who: string, programme: string) => [
      line(nominate(journey, who, { on: day(-20), programme })),
      line(consent(journey, { on: day(-19) })),
      line(score(journey, 'a-1', { on: day(-18) })),
      line(score(journey, 'a-2', { on: day(-18) })),
      line(
        command(
          journey,
          'decide-selection',
          'coordinator',
          { outcome: 'selected', reason: 'best' },
          { on: day(-17) },
        ),
      ),
    ];
    const students = async (knownAt?: string): Promise<readonly string[]> => {
      const reader = createSheetReader(database.dataSource, () => database.clock.now());
      const answer = await reader.sheet({
        programme: 'steel',
        ...(knownAt === undefined ? {} : { knownAt }),
      });
      return answer.ok ? answer.value.sheet.units.students : [];
    };

    beforeAll(async () => {
      await database.importObjects(
        ...selected('first', 'p4', 'steel'),
        line(
          command(
            'first',
            'close',
            'coordinator',
            { outcome: 'other', party: 'company', returnable: true, reason: 'moved away' },
            { on: day(-16) },
          ),
        ),
        ...selected('again', 'p4-again', 'steel'),
        ...selected('one', 'p5', 'glass'),
        ...selected('two', 'p5-again', 'glass'),
      );
    });

    it('need a second person to become one', async () => {
      expect(told(await merge('p4', 'p4-again', sender.submittedBy))).toEqual(['first guards-unmet']);
    });

    it('are both known', async () => {
      await expect(merge('p4', 'p9')).rejects.toMatchObject({ type: 'person', id: 'p9' });
      await expect(merge('p9', 'p4')).rejects.toMatchObject({ type: 'person', id: 'p9' });
    });

    it('are counted once from when it is known, and their text can still be read', async () => {
      expect(await students()).toEqual(['p4', 'p4-again']);
      const before = database.clock.now().toISOString();
      database.clock.skip(1000);
      expect(told(await merge('p4', 'p4-again'))).toEqual(['first accepted']);
      expect(await students()).toEqual(['p4-again']);
      expect(await students(before)).toEqual(['p4', 'p4-again']);
      expect(await database.journeys.getJourney('first')).toMatchObject({
        person: 'p4-again',
        status: 'closed',
      });
      const texts = (await database.journeys.timeline('first'))?.map(({ data }) => data.reason);
      expect(texts).toEqual(expect.arrayContaining(['best', 'moved away', 'the same passport']));
    });

    it('takes further text under the record that stays', async () => {
      await database.submit(command('first', 'reopen', 'coordinator', { reason: 'back again' }));
      const [open, done] = [
        await database.journeys.getJourney('again'),
        await database.journeys.getJourney('first'),
      ];
      expect([open?.status, done?.status]).toEqual(['open', 'closed']);
      await database.submit(
        command('again', 'close', 'coordinator', { outcome: 'other', party: 'company', returnable: true }),
      );
      await database.submit(command('first', 'reopen', 'coordinator', { reason: 'back again' }));
      expect((await database.journeys.timeline('first'))?.at(-1)?.data).toEqual({ reason: 'back again' });
    });

    it('stay two while both have an open journey in the programme', async () => {
      const rows = await merge('p5', 'p5-again');
      expect(rows).toMatchObject([
        { journey: 'one', result: 'refused', refusal: { unmet: [{ guard: 'no-open-journey' }] } },
      ]);
    });
  });
});
