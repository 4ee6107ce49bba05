import type { JsonObject } from '@lotse/domain';
import type { PreviewAnswer } from '@lotse/journeys';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';
import { command, consent, day, nominate, person, PROJECT } from './journeys/project';

describe('a preview', () => {
  let database: JourneysDatabase;
  const preview = (body: JsonObject): Promise<PreviewAnswer> =>
    database.journeys.preview(body, { submittedBy: 'coordinator-1' });

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT, person('p1'));
    await database.submit(nominate('j1', 'p1', { on: day(-10) }));
    await database.importText(referenceFile());
  });
  afterAll(() => database.close());

  it('shows every due day before and after, and keeps nothing', async () => {
    const before = await database.rows();
    expect(
      await preview(
        command('j1', 'extend-clock', 'coordinator', {
          clock: 'nomination',
          until: day(40),
          reason: 'agreed',
        }),
      ),
    ).toMatchObject({
      result: 'would-be-accepted',
      version: 2,
      stage: { before: 'NOM', after: 'NOM' },
      clocks: [{ clock: 'nomination', before: day(11), after: day(40) }],
      noLongerMet: [],
      figures: [],
    });
    expect(await database.rows()).toEqual(before);
    expect(await database.journeys.getJourney('j1')).toMatchObject({ version: 1 });
  });

  it('refuses as the command itself would, and knows what was accepted before', async () => {
    expect(await preview(command('j1', 'advance', 'coordinator', { to: 'SEL' }))).toMatchObject({
      result: 'refused',
      refusal: { code: 'guards-unmet' },
    });
    const body = consent('j1', { id: 'once' });
    await database.submit(body);
    expect(await preview(body)).toEqual({ result: 'repeated', version: 2 });
  });

  it('shows the status, and the clocks that end with it', async () => {
    const close = { outcome: 'other', party: 'company', returnable: true };
    expect(await preview(command('j1', 'close', 'coordinator', close))).toMatchObject({
      status: { before: 'open', after: 'closed' },
      clocks: [{ clock: 'nomination', before: day(11) }],
    });
  });

  it('shows the figures that a correction changes, and the guards that would no longer hold', async () => {
    const [signed]: { journey_id: string; command_id: string }[] = await database.dataSource.query(
      `SELECT f.journey_id, f.command_id FROM fact f JOIN journey j ON j.id = f.journey_id
       WHERE f.kind = 'sign-commitment' AND j.stage = 'COM' AND j.status = 'open' ORDER BY 1 LIMIT 1`,
    );
    const [any]: { journey_id: string; command_id: string }[] = await database.dataSource.query(
      `SELECT f.journey_id, f.command_id FROM fact f JOIN journey j ON j.id = f.journey_id
       WHERE f.kind = 'sign-commitment' AND j.status <> 'void' ORDER BY 1 LIMIT 1`,
    );
    const subject = signed ?? any;
    const strike = { supersedes: subject?.command_id ?? '', strike: true, reason: 'wrong person' };
    const answer = await preview(command(subject?.journey_id ?? '', 'correct', 'coordinator', strike));
    expect(answer).toMatchObject({ result: 'would-be-accepted' });
    const { figures = [] } = answer as {
      figures?: readonly { figure: string; before: number; after: number }[];
    };
    const commitments = figures.find(({ figure }) => figure === 'commitmentsSigned');
    expect(commitments).toBeDefined();
    expect(commitments?.after).toBe((commitments?.before ?? 0) - 1);
  });
});
