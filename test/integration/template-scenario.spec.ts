import { TEMPLATES, type JsonObject } from '@lotse/domain';
import type { BulkRow } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command, consent, day, nominate, person, PROJECT, score } from './journeys/project';

const OWN = 'de-uni-internship-hire@1';
const NEXT = 'glass-with-interview@1';
const sender = { submittedBy: 'administrator' };

/** The same process with one more step after the nomination, which takes the place of the selection. */
function withInterview(): JsonObject {
  const text = JSON.stringify(TEMPLATES.get(OWN));
  const body: JsonObject = JSON.parse(
    text.replaceAll('"SEL"', '"INTERVIEW"').replace('"after":"P21D"', '"after":"P35D"'),
  );
  return { ...body, id: NEXT };
}

describe('acceptance scenario 24: running journeys and a new version of their process', () => {
  const ids = Array.from({ length: 10 }, (_none, index) => `j${index + 1}`);
  let database: JourneysDatabase;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT, ...ids.map((_id, index) => person(`p${index + 1}`)));
    for (const [index, id] of ids.entries())
      await database.submit(nominate(id, `p${index + 1}`, { on: day(-25) }));
    for (const id of ['j9', 'j10'])
      for (const step of [
        consent(id),
        score(id, 'as-1'),
        score(id, 'as-2'),
        command(id, 'decide-selection', 'coordinator', { outcome: 'selected' }),
        command(id, 'advance', 'coordinator', { to: 'SEL' }),
      ])
        expect(await database.submit(step)).toMatchObject({ result: 'accepted' });
  });
  afterAll(() => database.close());

  const migrate = async (batch: string, dryRun: boolean): Promise<BulkRow[]> => {
    const rows: BulkRow[] = [];
    const asked = { template: NEXT, programme: 'glass', reason: 'interviews' };
    for await (const row of database.journeys.migrateTemplate(asked, { sender, batch, dryRun }))
      rows.push(row);
    return rows;
  };
  const now = (): string => new Date().toISOString();

  it('24: a preview lists stage and due days before and after, two of ten cannot map and are left, no finished reminder fires again', async () => {
    expect(await database.journeys.fireClock('j1', 'nomination', day(-4), now())).toBe('fired');
    expect(await database.journeys.draftTemplate(withInterview(), sender)).toMatchObject({
      result: 'accepted',
    });
    expect(await database.journeys.publishTemplate(NEXT, sender)).toMatchObject({ result: 'accepted' });

    const preview = await migrate('preview', true);
    expect(preview.filter(({ result }) => result === 'would-be-accepted')).toHaveLength(8);
    expect(preview.find(({ journey }) => journey === 'j2')?.changes).toMatchObject({
      clocks: [{ clock: 'nomination', before: day(-4), after: day(10) }],
    });
    const left = preview.filter(({ result }) => result === 'refused').map(({ journey }) => journey);
    expect(new Set(left)).toEqual(new Set(['j9', 'j10']));
    expect(await database.journeys.getJourney('j2')).toMatchObject({ template: OWN });

    const moved = await migrate('for-good', false);
    expect(moved.filter(({ result }) => result === 'accepted')).toHaveLength(8);
    for (const { result, refusal } of moved)
      if (result === 'refused') expect(refusal?.unmet[0]?.guard).toBe('stage-of-target');
    expect(await database.journeys.getJourney('j9')).toMatchObject({ template: OWN, stage: 'SEL' });

    expect((await database.journeys.observe('j1', now()))?.clocks).toEqual([]);
    expect((await database.journeys.observe('j2', now()))?.clocks).toMatchObject([
      { code: 'nomination', dueOn: day(10) },
    ]);
  });
});
