import type { Answer } from '@lotse/journeys';
import { createDataSource, createStores, runWithScope } from '@lotse/persistence';
import { createJourneys, type Journeys } from '@lotse/journeys';
import { createKeyring } from '@lotse/platform';
import type { RowScope } from '@lotse/policy';
import { TEST_MASTER_KEY } from '@lotse/testing';
import type { JsonObject } from '@lotse/domain';
import type { DataSource } from 'typeorm';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from '../journeys/journeys-database';

const lines = referenceFile()
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as JsonObject);
const commandsOf = (journey: string): JsonObject[] =>
  lines
    .filter((line) => line.type === 'command' && line.journey === journey)
    .map(({ type: _type, ...command }) => command);

const nobody = { programmes: [], organisations: [], persons: [], references: [], journeys: [] };
const scoped = (lists: Partial<Record<keyof typeof nobody, readonly string[]>>): RowScope => ({
  all: false,
  account: 'account',
  ...nobody,
  ...lists,
});

describe('commands in the scope of whoever gives them', () => {
  let database: JourneysDatabase;
  let application: DataSource;
  let journeys: Journeys;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...lines.filter((line) => line.type !== 'command'));
    application = await createDataSource(database.url).initialize();
    const clock = { now: () => new Date() };
    journeys = createJourneys({
      stores: createStores(application),
      keyring: createKeyring(TEST_MASTER_KEY),
      clock,
    });
  });
  afterAll(async () => {
    await application.destroy();
    await database.close();
  });

  const submit = (scope: RowScope, command: JsonObject): Promise<Answer> =>
    runWithScope(scope, () => journeys.submit(command, { submittedBy: 'account', imported: true }));
  const universityOf = (command: JsonObject): string =>
    String((command.by as { organisation: string }).organisation);

  it('carry a whole journey in the scope of its programme', async () => {
    const answers: Answer[] = [];
    for (const command of commandsOf('j01'))
      answers.push(await submit(scoped({ programmes: ['kg-glass-2023'] }), command));
    expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
  });

  it('let a university nominate, and its journey is then its own', async () => {
    const [nomination] = commandsOf('j02');
    const university = scoped({ organisations: [universityOf(nomination!)] });
    expect(await submit(university, nomination!)).toMatchObject({ result: 'accepted', version: 1 });
    expect(await submit(university, nomination!)).toMatchObject({ result: 'repeated', version: 1 });
    expect(await runWithScope(university, () => journeys.getJourney('j02'))).toMatchObject({ person: 'p02' });
  });

  it('answer a journey of others as one that is not there', async () => {
    const stranger = scoped({ organisations: ['some-other-university'] });
    const command = { ...commandsOf('j01')[1], id: 'stranger-1' };
    const foreign = await submit(stranger, command);
    const none = await submit(stranger, { ...command, journey: 'j99' });
    expect(JSON.stringify(foreign).replaceAll('j01', 'j99')).toBe(JSON.stringify(none));
    expect(await runWithScope(stranger, () => journeys.getJourney('j01'))).toBeNull();
  });

  it('tell nothing of a journey or command whose id is taken elsewhere but that it is', async () => {
    const [nomination] = commandsOf('j01');
    const stranger = scoped({ organisations: ['some-other-university'] });
    const used = await submit(stranger, nomination!);
    expect(used).toMatchObject({ result: 'refused', refusal: { code: 'id-clash' } });
    const taken = await submit(stranger, { ...nomination, id: 'another-id' });
    expect(taken).toMatchObject({ result: 'refused', refusal: { code: 'journey-exists' } });
    for (const answer of [used, taken]) {
      expect(answer).not.toHaveProperty('version');
      expect(JSON.stringify(answer)).not.toContain('p01');
    }
  });

  it('keep the rules across journeys that nobody sees', async () => {
    const [nomination] = commandsOf('j01');
    const university = scoped({ organisations: [universityOf(nomination!)] });
    const again = { ...nomination, id: 'again-1', journey: 'again' };
    expect(await submit(university, again)).toMatchObject({
      result: 'refused',
      refusal: { code: 'guards-unmet' },
    });
  });
});
