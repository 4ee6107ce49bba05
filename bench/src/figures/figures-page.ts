import { cpus } from 'node:os';
import type { FigureResults } from './figures-bench';

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const PEERS = ['peer: plain GROUP BY', 'peer: sequential scan'] as const;

/** Above this many busy cores of others, a missed goal says little. */
const QUIET = 0.25;

const verdict = (goal: number, p95: number, others: number): string =>
  `< ${goal}: ${p95 < goal ? 'met' : others > QUIET ? 'missed, on a busy machine' : 'missed'}`;

/** What was measured as a section of docs/benchmarks.md. */
export function figuresPage({ generated, rows, streamed, door, ...results }: FigureResults): string {
  const peers = PEERS.map((name) => rows.find(([what]) => what.startsWith(name))?.[2].p50 ?? 0);
  const table = rows.map(([what, goal, { p50, p95 }]) => {
    const ratios = peers.map((peer) => (peer / Math.max(p50, 0.1)).toFixed(1));
    return `| ${what} | ${ms(p50)} | ${ms(p95)} | ${goal === undefined ? '' : verdict(goal, p95, results.others)} | ${ratios.join(' | ')} |`;
  });
  const share = (a: number, b: number): string => `${(((a - b) / b) * 100).toFixed(0)} %`;
  const { without, withFigures } = door;
  return [
    '## Figures',
    '',
    `${generated.journeys} generated journeys, ${results.facts} facts, ${results.changes} rows of changes; generated in ${generated.seconds.toFixed(0)} s at a load of ${generated.load.toFixed(1)}.`,
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}) · Node ${process.versions.node} · PostgreSQL as Lotse starts it. Other processes kept ${results.others.toFixed(2)} cores busy while figures were read. Each row asks for another day each time.`,
    '',
    '| what | p50 ms | p95 ms | goal | times faster than GROUP BY over facts | than their sequential scan |',
    '| --- | --- | --- | --- | --- | --- |',
    ...table,
    '',
    `A list of ${streamed.units} units with their facts streamed in ${ms(streamed.ms)} ms; the heap grew by ${streamed.grownMiB.toFixed(1)} MiB at most.`,
    '',
    '| a command through the service, one connection | without figures ms | with figures ms | added |',
    '| --- | --- | --- | --- |',
    `| processor of the process | ${without.node.toFixed(2)} | ${withFigures.node.toFixed(2)} | ${share(withFigures.node, without.node)} |`,
    `| processor of PostgreSQL's backend | ${without.postgres.toFixed(2)} | ${withFigures.postgres.toFixed(2)} | ${share(withFigures.postgres, without.postgres)} |`,
    `| from call to answer | ${without.wall.toFixed(2)} | ${withFigures.wall.toFixed(2)} | ${share(withFigures.wall, without.wall)} |`,
  ].join('\n');
}
