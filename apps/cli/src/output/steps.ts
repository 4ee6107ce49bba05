import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { EXIT } from '../exit-code';

/** Says what a piece of work is doing at the moment; each word replaces the one before. */
export type Tell = (message: string) => void;

const EVERY_MS = 80;

/** For counts that change many times a second: some of the words on a terminal, silence in a log. */
export function oftenTo(tell: Tell): Tell {
  let toldAt = 0;
  return (message) => {
    if (!process.stderr.isTTY || Date.now() - toldAt < EVERY_MS) return;
    toldAt = Date.now();
    tell(message);
  };
}

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
  process.once('SIGINT', giveUp);
  try {
    await steps.run();
  } finally {
    process.off('SIGINT', giveUp);
  }
  for (const answer of answers) return answer;
  throw new Error('a step ended without an answer');
}

/** Ctrl-C while something is started: the cursor, which the spinner hides, comes back; the supervisor ends the rest. */
function giveUp(): void {
  if (process.stderr.isTTY) process.stderr.write('\u001b[?25h\n');
  process.exit(EXIT.interrupted);
}
