import { TEMPLATES, type JsonObject } from '@lotse/domain';
import type { BulkRow, Simulated } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { consent, command, day, line, nominate, person, PROJECT } from './journeys/project';

const sender = { submittedBy: 'administrator' };
const OWN = 'de-uni-internship-hire@1';

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** The release's own template, as JSON that a test may change. */
function body(id: string, change: (text: string) => string = (text) => text): JsonObject {
  return { ...JSON.parse(change(JSON.stringify(TEMPLATES.get(OWN)))), id };
}
/** Nominations are looked at after 35 days instead of 21. */
const slower = (id: string): JsonObject =>
  body(id, (text) => text.replace('"after":"P21D"', '"after":"P35D"'));

describe('templates as data', () => {
  let database: JourneysDatabase;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT, ...['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => person(id)));
    for (const number of [1, 2, 3])
      await database.submit(nominate(`j${number}`, `p${number}`, { on: day(-10) }));
    await database.submit(
      command('j3', 'close', 'coordinator', { outcome: 'other', party: 'company', returnable: true }),
    );
  });
  afterAll(() => database.close());

  it('are those of the release, and drafts beside them', async () => {
    expect(await database.journeys.listTemplates()).toContainEqual({
      id: OWN,
      status: 'published',
      builtIn: true,
    });
    expect(await database.journeys.draftTemplate(slower('glass@1'), sender)).toEqual({
      result: 'accepted',
      faults: [],
    });
    expect(await database.journeys.getTemplate('glass@1')).toMatchObject({
      status: 'draft',
      body: { id: 'glass@1' },
    });
    expect(await database.journeys.getTemplate('nothing@1')).toBeNull();
  });

  it('name every fault, of shape and of sense, and are not published with any', async () => {
    expect(database.journeys.validateTemplate({ id: 'x' })).toContainEqual({
      code: 'field',
      about: { field: 'stages' },
      text: 'Give stages: it is required.',
    });
    const faulty = body('faulty@1', (text) => text.replace('"exits":["SEL"', '"exits":["NOWHERE"'));
    expect(await database.journeys.draftTemplate(faulty, sender)).toMatchObject({
      result: 'accepted',
      faults: expect.arrayContaining([
        expect.objectContaining({ code: 'exit-unknown', about: { stage: 'NOM', exit: 'NOWHERE' } }),
      ]),
    });
    expect(await database.journeys.publishTemplate('faulty@1', sender)).toMatchObject({
      result: 'refused',
      refusal: { code: 'guards-unmet' },
    });
    expect(await database.journeys.publishTemplate('nothing@1', sender)).toMatchObject({
      refusal: { code: 'reference-unknown' },
    });
  });

  it('show what differs from another one', async () => {
    expect(await database.journeys.diffTemplates(OWN, 'glass@1')).toEqual([
      { path: 'id', before: OWN, after: 'glass@1' },
      { path: 'stages.NOM.clocks.0.after', before: 'P21D', after: 'P35D' },
    ]);
    expect(await database.journeys.diffTemplates(OWN, 'nothing@1')).toBeNull();
  });

  it('are tried out on a cohort while they are drafts: stage and every due day before and after', async () => {
    const before = await database.rows();
    const rows: Simulated[] = await all(
      database.journeys.simulateTemplate({ template: 'glass@1', programme: 'glass' }),
    );
    expect(rows).toMatchObject([
      {
        journey: 'j1',
        template: { before: OWN, after: 'glass@1' },
        stage: { before: 'NOM', after: 'NOM' },
        clocks: [{ clock: 'nomination', before: day(11), after: day(25) }],
      },
      { journey: 'j2' },
    ]);
    expect(await database.rows()).toEqual(before);
  });

  it('do not take journeys or programmes while they are drafts', async () => {
    const rows = await all(
      database.journeys.migrateTemplate(
        { template: 'glass@1', programme: 'glass', reason: 'slower' },
        { sender: { submittedBy: 'coordinator-1' }, batch: 'too-early' },
      ),
    );
    expect(rows.map(({ result }) => result)).toEqual(['refused', 'refused']);
    const [programme] = await database.importObjects({ ...PROJECT[0], id: 'own', template: 'glass@1' });
    expect(programme).toMatchObject({ result: 'refused', refusal: { unmet: [{ guard: 'field:template' }] } });
  });

  it('never change once they are published', async () => {
    expect(await database.journeys.publishTemplate('glass@1', sender)).toEqual({ result: 'accepted' });
    expect(await database.journeys.publishTemplate('glass@1', sender)).toEqual({ result: 'repeated' });
    for (const id of ['glass@1', OWN])
      expect(await database.journeys.draftTemplate(body(id), sender)).toMatchObject({
        refusal: { code: 'id-clash' },
      });
    expect(await database.journeys.diffTemplates(OWN, 'glass@1')).toHaveLength(2);
  });

  it('drive programmes and journeys of their own', async () => {
    const answers = await database.importObjects(
      { ...PROJECT[0], id: 'own', template: 'glass@1' },
      { ...PROJECT[4], id: 'agr-own', programme: 'own' },
      line(nominate('j4', 'p4', { on: day(-10), programme: 'own' })),
    );
    expect(answers.map(({ result }) => result)).toEqual(['accepted', 'accepted', 'accepted']);
    const view = await database.journeys.observe('j4', new Date().toISOString());
    expect(view).toMatchObject({ stage: 'NOM', clocks: [{ code: 'nomination', dueOn: day(25) }] });
    expect((await database.journeys.listJourneys({ programme: 'own', limit: 5 })).journeys).toMatchObject([
      { id: 'j4', template: 'glass@1', open: true },
    ]);
  });

  describe('moving journeys', () => {
    const migrate = (
      template: string,
      batch: string,
      more: JsonObject = {},
      dryRun = false,
    ): Promise<BulkRow[]> =>
      all(
        database.journeys.migrateTemplate(
          { template, programme: 'glass', reason: 'new rules', ...more },
          { sender: { submittedBy: 'coordinator-1' }, batch, dryRun },
        ),
      );

    it('is shown first, then done journey by journey; a second time they say that they are there', async () => {
      const [first] = await migrate('glass@1', 'to-glass', {}, true);
      expect(first).toMatchObject({
        result: 'would-be-accepted',
        changes: { clocks: [{ clock: 'nomination', before: day(11), after: day(25) }] },
      });
      expect((await migrate('glass@1', 'to-glass')).map(({ result }) => result)).toEqual([
        'accepted',
        'accepted',
      ]);
      expect(await database.journeys.getJourney('j1')).toMatchObject({ template: 'glass@1', stage: 'NOM' });
      expect(await database.submit(consent('j1'))).toMatchObject({ result: 'accepted' });
      expect((await migrate('glass@1', 'again')).map(({ refusal }) => refusal?.unmet[0]?.remedy)).toEqual([
        expect.stringContaining('already'),
        expect.stringContaining('already'),
      ]);
      const verified = database.journeys.verifyProjections();
      expect(await verified.next()).toEqual({ done: true, value: { journeys: 4, deviating: 0 } });
    });

    it('leaves those that cannot map where they are and says why, until the stage is mapped', async () => {
      expect(await migrate('de-vocational-training@1', 'to-training')).toMatchObject([
        { journey: 'j1', result: 'refused', refusal: { unmet: [{ guard: 'stage-of-target' }] } },
        { journey: 'j2', result: 'refused' },
      ]);
      const moved = await migrate('de-vocational-training@1', 'to-training-2', {
        mapping: { NOM: 'APPLIED' },
      });
      expect(moved.map(({ result }) => result)).toEqual(['accepted', 'accepted']);
      expect(await database.journeys.getJourney('j2')).toMatchObject({
        template: 'de-vocational-training@1',
        stage: 'APPLIED',
      });
    });

    it('is undone as one', async () => {
      const rows = await all(
        database.journeys.undo('to-training-2', {
          sender: { submittedBy: 'coordinator-1' },
          reason: 'mistake',
        }),
      );
      expect(rows.map(({ result }) => result)).toEqual(['accepted', 'accepted']);
      expect(await database.journeys.getJourney('j2')).toMatchObject({ template: 'glass@1', stage: 'NOM' });
    });
  });

  it('of the release are kept in the database too, once', async () => {
    await database.journeys.seedTemplates();
    await database.journeys.seedTemplates();
    const rows: { id: string }[] = await database.dataSource.query(
      `SELECT id FROM template WHERE status = 'published' ORDER BY id`,
    );
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...TEMPLATES.keys(), 'glass@1']));
  });
});
