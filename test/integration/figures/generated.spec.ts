import { dayInBerlin } from '@lotse/domain';
import { generate, generated, type Wanted } from '../../../apps/cli/src/generate/generate';
import { openJourneysDatabase, type JourneysDatabase } from '../journeys/journeys-database';

/** Sealed values differ each time; everything else that the two doors write has to be the same. */
const EVERYTHING = `SELECT
  (SELECT jsonb_agg(to_jsonb(t) - 'secret' - 'inserted_at' ORDER BY journey_id, version) FROM fact t) AS facts,
  (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM journey t) AS journeys,
  (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM command t) AS commands,
  (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM placement t) AS placements,
  (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM contract t) AS contracts,
  (SELECT jsonb_agg(to_jsonb(t) ORDER BY journey_id, code, due_on) FROM journey_clock t) AS clocks,
  (SELECT jsonb_agg(to_jsonb(t) ORDER BY journey_id, key) FROM journey_task t) AS tasks,
  (SELECT jsonb_agg(to_jsonb(t) - 'claimed_until' ORDER BY journey_id) FROM wake t) AS wakes,
  (SELECT jsonb_agg(to_jsonb(t) ORDER BY person) FROM person_trait t) AS traits,
  (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM figure_cell t) AS cells,
  (SELECT jsonb_agg(row ORDER BY row::text) FROM (SELECT to_jsonb(t) - 'id' AS row FROM figure_change t) r) AS changes,
  (SELECT count(*)::int FROM audit_waiting) AS audited`;

describe('a generated programme', () => {
  let ordinary: JourneysDatabase;
  let loaded: JourneysDatabase;
  let wanted: Wanted;
  const refused: string[] = [];

  beforeAll(async () => {
    [ordinary, loaded] = await Promise.all([openJourneysDatabase(), openJourneysDatabase()]);
    wanted = {
      programme: 'gen',
      journeys: 12,
      seed: 7,
      today: dayInBerlin(ordinary.clock.now()),
    };
    await generate(
      loaded.journeys,
      wanted,
      () => undefined,
      (text) => refused.push(text),
    );
    const { network, people } = generated(wanted);
    await ordinary.importObjects(...network, ...people.map(({ record }) => record));
    for (const { commands } of people)
      for (const command of commands.commands)
        await ordinary.journeys.submit(command, { submittedBy: 'administrator', imported: true });
  });
  afterAll(() => Promise.all([ordinary.close(), loaded.close()]));

  it('has commands that are all accepted', () => {
    expect(refused).toEqual([]);
  });

  it('is written as the ordinary door writes it, to the row', async () => {
    const [[one], [other]] = [
      await ordinary.dataSource.query<object[]>(EVERYTHING),
      await loaded.dataSource.query<object[]>(EVERYTHING),
    ];
    expect(other).toEqual(one);
  });

  it('has figures that a recount gives too', async () => {
    const found: unknown[] = [];
    for await (const row of loaded.journeys.verifyFigures()) found.push(row);
    for await (const row of loaded.journeys.verifyProjections()) found.push(row);
    expect(found).toEqual([]);
  });
});
