import { createLogger } from '@lotse/platform';
import { FileRounds } from './file-rounds';

const logger = createLogger({ process: 'test', level: 'silent', destination: { write: () => undefined } });

describe('the rounds of the worker over files', () => {
  it('scan each time, and look through the store in the first and every sixtieth', async () => {
    const calls: string[] = [];
    const rounds = await new Promise<FileRounds>((resolve) => {
      const files = {
        scanPending: () => {
          calls.push('scan');
          if (calls.filter((call) => call === 'scan').length === 61) resolve(made);
          return Promise.resolve(0);
        },
        sweep: () => {
          calls.push('sweep');
          return Promise.resolve(0);
        },
      };
      const made = new FileRounds(files, logger, 0);
      made.start();
    });
    await rounds.stop();
    expect(calls.filter((call) => call === 'sweep')).toHaveLength(2);
    expect(calls.slice(0, 3)).toEqual(['scan', 'sweep', 'scan']);
  });
});
