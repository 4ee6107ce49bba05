import { figuresBench } from './figures/figures-bench';
import { figuresPage } from './figures/figures-page';

/** `npm run bench -- figures [--journeys N]`: prints a section for docs/benchmarks.md. */
const place = process.argv.indexOf('--journeys');
const wanted = place === -1 ? 20_000 : Number(process.argv[place + 1]);
const tell = (what: string): void => void process.stderr.write(`${what}\n`);

figuresBench(wanted, tell)
  .then((results) => process.stdout.write(`${figuresPage(results)}\n`))
  .catch((error: unknown) => {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  });
