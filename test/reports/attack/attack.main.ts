import { addDays } from '@lotse/domain';
import { Figures } from '@lotse/reports';
import { attack, type AttackReport } from './attack';
import { comparing } from './elsewhere';
import { BEGINS, INDICATORS, randomProgramme, SHARES } from './random-programme';
import { SPELLS } from './small-programme';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const TODAY = '2024-09-30';
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const programmes = Number(process.env.PROGRAMMES ?? 20);
const threshold = Number(process.env.THRESHOLD ?? 5);

async function one(own: number): Promise<AttackReport> {
  const programme = randomProgramme(own, 12 + (own % 5) * 12);
  const figures = new Figures({ store: programme, programmes: programme.reader(TODAY, threshold) });
  const days = Array.from({ length: 26 }, (_, index) => addDays(BEGINS, index * 14 + (own % 3)));
  return attack({
    programme,
    ask: (query) => figures.ask(query, 'figures'),
    days,
    threshold,
    indicators: INDICATORS,
    dimensions: ['gender', 'university', 'age-band'],
    shares: SHARES,
    spells: SPELLS,
    compare: comparing(figures, programme, programme.reader(TODAY, threshold)),
  });
}

async function main(): Promise<void> {
  print(`seed ${seed}, ${programmes} programmes, threshold ${threshold}`);
  let found = 0;
  let queries = 0;
  for (let index = 0; index < programmes; index += 1) {
    const report = await one(seed + index);
    found += report.reconstructed.length + report.odd.length;
    queries += report.queries;
    print(
      `${seed + index}: ${report.queries} queries, ${report.answers} numbers, ${report.protected} small cells, reconstructed ${report.reconstructed.length}, odd ${report.odd.length}`,
    );
    for (const line of [...report.odd, ...report.reconstructed].slice(0, 5)) print(`  ${line}`);
  }
  print(`queries: ${queries}`);
  print(`reconstructed: ${found}`);
  process.exitCode = found === 0 ? 0 : 3;
}

void main();
