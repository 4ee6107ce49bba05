import type { Command, JsonObject } from '@lotse/domain';
import type { Journeys } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from '../integration/journeys/journeys-database';
import { deviations, judgeLedger } from './checker';
import type { Acknowledged } from './ledger';
import { faultsTemplate, RECORDS, traveller } from './people';

const bodyOf = ({ by, ...command }: Command): JsonObject => ({ ...command, by: { ...by } });

/** The checker has to see what it is there for: each fault is planted in a copy of a sound database. */
describe('the checker of the fault tests', () => {
  const ledger: Acknowledged[] = [];
  let sound: JourneysDatabase;
  const copies: JourneysDatabase[] = [];
  const GIVEN = 12;

  beforeAll(async () => {
    sound = await openJourneysDatabase();
    const sender = { submittedBy: 'administrator' };
    await sound.journeys.draftTemplate(faultsTemplate(), sender);
    await sound.journeys.publishTemplate('faults@1', sender);
    for (const { record, commands } of [traveller(1), traveller(2)]) {
      await sound.importObjects(...RECORDS, record);
      for (const command of commands.slice(0, GIVEN)) {
        const answer = await sound.submit(bodyOf(command));
        if (answer.result === 'refused') throw new Error(JSON.stringify(answer.refusal));
        ledger.push({ id: command.id, journey: command.journey, version: answer.version });
      }
    }
    await sound.leave();
  });
  afterAll(async () => {
    for (const database of [...copies, sound]) await database.close();
  });

  async function after(fault: string): Promise<{ lost: string[]; doubled: string[]; deviating: string[] }> {
    const copy = await openJourneysDatabase(sound.name);
    copies.push(copy);
    await copy.dataSource.query(fault);
    const journeys: Pick<Journeys, 'verifyProjections' | 'listJourneys'> = copy.journeys;
    const { lost, doubled } = await judgeLedger({ dataSource: copy.dataSource, ledger });
    return { lost: [...lost], doubled: [...doubled], deviating: await deviations({ journeys }) };
  }

  it('finds nothing where nothing is wrong', async () => {
    expect(await after('SELECT 1')).toEqual({ lost: [], doubled: [], deviating: [] });
  });

  it('finds a fact that is lost, and the rows that still show it', async () => {
    const found = await after(
      `DELETE FROM fact WHERE journey_id = 'j00001' AND command_id = 'j00001.score.2'`,
    );
    expect(found.lost).toEqual(['j00001.score.2 of j00001, version 4']);
    expect(found.deviating).toEqual([expect.stringMatching(/^j00001 \(/)]);
  });

  it('finds a command that is lost whole', async () => {
    const { lost } = await after(
      `WITH gone AS (DELETE FROM fact WHERE command_id = 'j00002.advance.COM') DELETE FROM command WHERE id = 'j00002.advance.COM'`,
    );
    expect(lost).toEqual(['j00002.advance.COM of j00002, version 10']);
  });

  it('finds a command whose effect stands there twice', async () => {
    const { doubled } = await after(
      `UPDATE fact SET command_id = 'j00001.score.1' WHERE command_id = 'j00001.score.2'`,
    );
    expect(doubled).toContain('j00001.score.1 of j00001 has 2 facts');
  });

  it('finds a command that nobody gave', async () => {
    const { doubled } = await after(`UPDATE command SET id = 'stranger' WHERE id = 'j00001.score.1'`);
    expect(doubled).toContain('stranger of j00001: nobody gave it');
  });

  it('finds a row that is not what the facts give', async () => {
    const { deviating } = await after(`UPDATE journey SET stage = 'SEL' WHERE id = 'j00001'`);
    expect(deviating).toEqual(['j00001 (journey)']);
  });
});
