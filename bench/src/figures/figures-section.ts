import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(__dirname, '../../../docs/benchmarks.md');
const HEADING = '\n## Figures\n';

const parts = (page: string): readonly [rest: string, figures: string] => {
  const place = page.indexOf(HEADING);
  return place === -1 ? [page, ''] : [page.slice(0, place), page.slice(place)];
};

/** The page of benchmarks with another section of figures, which is its last. */
export const writeFiguresSection = (section: string): void => {
  const [rest] = parts(readFileSync(PAGE, 'utf8'));
  writeFileSync(PAGE, `${rest.trimEnd()}\n\n${section.trim()}\n`);
};

/** The page of benchmarks anew, with the section of figures that it had. */
export const writeWithoutFigures = (page: string): void => {
  const [, figures] = parts(readFileSync(PAGE, 'utf8'));
  writeFileSync(PAGE, `${page.trimEnd()}\n${figures}`);
};
