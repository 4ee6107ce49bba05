import { createLogger } from '@lotse/platform';
import { Rounds, type Round } from './rounds';

const lines: string[] = [];
const logger = createLogger({
  process: 'test',
  level: 'warn',
  destination: { write: (line: string) => void lines.push(line) },
});

/** Runs `work` until it has been called so often. */
async function rounds(times: number, work: Round['work'], everyMs = 0): Promise<void> {
  await new Promise<void>((resolve) => {
    const made = new Rounds(logger, {
      everyMs,
      failed: 'it could not be done',
      work: async (round) => {
        if (round === times - 1) resolve(made.stop());
        return work(round);
      },
    });
    made.start();
    made.start();
  });
}

describe('rounds of the worker', () => {
  it('are numbered, one after the other, and end with the one under way', async () => {
    const seen: number[] = [];
    await rounds(3, (round) => Promise.resolve(void seen.push(round)));
    expect(seen).toEqual([0, 1, 2]);
  });

  it('do not wait while there is more', async () => {
    const seen: number[] = [];
    await rounds(
      3,
      (round) => {
        seen.push(round);
        return Promise.resolve('at once');
      },
      3_600_000,
    );
    expect(seen).toEqual([0, 1, 2]);
  });

  it('go on after a failure, which the log tells with how many there were in a row', async () => {
    await rounds(3, (round) => (round < 2 ? Promise.reject(new Error('away')) : Promise.resolve()));
    const told = lines.map((line) => JSON.parse(line) as { msg: string; failures: number });
    expect(told.map(({ msg, failures }) => [msg, failures])).toEqual([
      ['it could not be done', 1],
      ['it could not be done', 2],
    ]);
  });
});
