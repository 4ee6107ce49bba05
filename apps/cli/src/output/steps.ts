import { Listr, ListrLogger, ProcessOutput } from 'listr2';

/** Says what a piece of work is doing at the moment; each word replaces the one before. */
export type Tell = (message: string) => void;

/** For counts that change many times a second: words on a terminal, silence in a log. */
export const oftenTo =
  (tell: Tell): Tell =>
  (message) => {
    if (process.stderr.isTTY) tell(message);
  };

/** Does one piece of long work under a title on standard error: with a spinner on a terminal, as plain lines elsewhere. */
export async function step<T>(title: string, work: (tell: Tell) => Promise<T>): Promise<T> {
  // Standard output is the answer, so both streams of the renderer are standard error.
  const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
  const answers: T[] = [];
  const steps = new Listr(
    [
      {
        title,
        task: async (_, task) => {
          answers.push(await work((message) => void (task.output = message)));
        },
      },
    ],
    {
      renderer: process.stderr.isTTY ? 'default' : 'simple',
      fallbackRenderer: 'simple',
      rendererOptions: { logger },
      fallbackRendererOptions: { logger },
      registerSignalListeners: false,
    },
  );
  await steps.run();
  for (const answer of answers) return answer;
  throw new Error('a step ended without an answer');
}
