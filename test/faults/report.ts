import type { Outcome } from './run';

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** The value below which 95 of 100 lie; the largest of few. */
const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

/** The figures of a run, one a line, and everything that must not be. */
export function report(outcome: Outcome): string {
  const { tally, recoveries, foundAfterMs } = outcome;
  const struck = [...recoveries.values()].reduce((sum, { length }) => sum + length, 0);
  const unanswered = [...tally.unanswered].sort(([a], [b]) => (a < b ? -1 : 1));
  const errors = unanswered.reduce((sum, [, count]) => sum + count, 0);
  return [
    `journeys               ${outcome.journeys}, of which finished ${outcome.finished}`,
    `acknowledged           ${tally.acknowledged}`,
    `lost                   ${outcome.lost}`,
    `doubled                ${outcome.doubled}`,
    `told again             ${tally.repeated} repeated, ${tally.clashes} refused for another body`,
    `before their turn      ${tally.early} refused, taken later`,
    `cut by the client      ${tally.hungUp}`,
    `client errors          ${errors}${unanswered.map(([code, count]) => `\n  ${code.padEnd(35)} ${count}`).join('')}`,
    `longest gap            ${seconds(tally.longestGapMs)}`,
    `faults                 ${struck}`,
    ...[...recoveries].map(
      ([kind, values]) =>
        `  ${kind.padEnd(20)} ${String(values.length).padStart(3)}, recovery p95 ${seconds(p95(values))}`,
    ),
    `stuck journeys found   ${foundAfterMs.length}, the last after ${seconds(Math.max(0, ...foundAfterMs))}`,
    `harmless signals       ${outcome.harmlessSignals}`,
    `ended by themselves    ${outcome.unplanned.length}${outcome.unplanned.map((what) => `\n  ${what}`).join('')}`,
    `violations             ${tally.violations.length}${tally.violations.map((what) => `\n  ${what}`).join('')}`,
  ].join('\n');
}
