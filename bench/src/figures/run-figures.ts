import { figuresBench } from './figures-bench';
import { openFiguresHome } from './figures-home';
import { figuresPage } from './figures-page';
import { writeFiguresSection } from './figures-section';

const ALL = 20_000;

const given = (name: string): string | undefined => {
  const place = process.argv.indexOf(name);
  return place === -1 ? undefined : process.argv[place + 1];
};

/**
 * `npm run bench -- figures [--journeys N] [--keep <folder>] [--generate] [--write]`: prints a section of docs/benchmarks.md, and
 * writes it there. `--keep` keeps the generated programme for the next run with the same folder; `--generate` ends when it stands.
 */
export async function runFigures(): Promise<void> {
  const tell = (what: string): void => void process.stderr.write(`${what}\n`);
  const home = await openFiguresHome(Number(given('--journeys') ?? ALL), given('--keep'), tell);
  try {
    if (process.argv.includes('--generate')) return;
    const section = figuresPage(await figuresBench(home, tell));
    process.stdout.write(`${section}\n`);
    if (process.argv.includes('--write')) writeFiguresSection(section);
  } finally {
    await home.close();
  }
}
