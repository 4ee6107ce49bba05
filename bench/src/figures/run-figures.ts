import { figuresBench } from './figures-bench';
import { figuresPage } from './figures-page';

const ALL = 20_000;

/** `npm run bench -- figures [--journeys N]`: prints a section for docs/benchmarks.md. */
export async function runFigures(): Promise<void> {
  const place = process.argv.indexOf('--journeys');
  const wanted = place === -1 ? ALL : Number(process.argv[place + 1]);
  const tell = (what: string): void => void process.stderr.write(`${what}\n`);
  process.stdout.write(`${figuresPage(await figuresBench(wanted, tell))}\n`);
}
