import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { person } from './journeys/project';

const LINES = 400;

describe('a long import', () => {
  let database: JourneysDatabase;

  beforeAll(async () => {
    database = await openJourneysDatabase();
  });
  afterAll(() => database.close());

  it('takes a line only when the one before is answered, so its length is no matter of memory', async () => {
    let taken = 0;
    let answered = 0;
    let held = 0;
    async function* lines(): AsyncGenerator<string> {
      for (; taken < LINES; taken += 1) {
        held = Math.max(held, taken - answered);
        yield await Promise.resolve(`${JSON.stringify(person(`p${taken % 7}`))}\n`);
      }
    }
    for await (const { result } of database.journeys.importLines(lines(), { submittedBy: 'administrator' })) {
      answered += 1;
      expect(result).toBe(answered <= 7 ? 'accepted' : 'unchanged');
    }
    expect({ answered, held }).toEqual({ answered: LINES, held: 0 });
  });
});
