import { figuresBench } from './figures-bench';
import { openFiguresHome } from './figures-home';
import { figuresPage } from './figures-page';

const ALL = 20_000;

const given = (name: string): string | undefined => {
  const place = process.argv.indexOf(name);
  return place === -1 ? undefined : process.argv[place + 1];
};

/**
 * `npm run bench -- figures [--journeys N] [--keep <folder>] [--generate]`: prints a section for docs/benchmarks.md. `--keep` keeps
 * the generated programme for the next run with the same folder; `--generate` ends when it stands.
 */
export async function runFigures(): Promise<void> {
  const tell = (what: string): void => void process.stderr.write(`${what}\n`);
  const home = await openFiguresHome(Number(given('--journeys') ?? ALL), given('--keep'), tell);
  try {
    if (process.argv.includes('--generate')) return;
    process.stdout.write(`${figuresPage(await figuresBench(home, tell))}\n`);
  } finally {
    await home.close();
  }
}
