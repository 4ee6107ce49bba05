import type { Comparison } from '@lotse/reports';
import { table } from '../output/table';

type Because = NonNullable<Comparison['differences'][number]['units']>[number]['because'][number];

/** `prepare-contract on 2025-01-20 (j01/12), recorded 2025-01-21 by anna, struck out`. */
function causeText({
  fact,
  kind,
  happenedOn,
  recordedAt,
  submittedBy,
  supersedes,
  struck,
  approvedBy,
}: Because): string {
  const corrected = supersedes === undefined ? '' : struck === true ? ', struck out' : ', corrected';
  const approved = approvedBy === undefined ? '' : `, approved by ${approvedBy}`;
  return `${kind} on ${happenedOn} (${fact}), recorded ${recordedAt.slice(0, 10)} by ${submittedBy}${corrected}${approved}`;
}

/** Figures that differ, below each its units with the facts that made the difference; suppressed numbers are a dash. */
export function comparisonText({ before, after, differences }: Comparison): string {
  if (differences.length === 0)
    return `Nothing differs between ${before.asOf}, known at ${before.knownAt}, and ${after.asOf}, known at ${after.knownAt}.\n`;
  return table(
    ['indicator', 'unit', 'before', 'after', 'because'],
    differences.flatMap(({ indicator, before: was, after: is, units = [] }) => [
      [indicator, '', was ?? '–', is ?? '–', ''],
      ...units.map((unit) => [
        '',
        unit.unit,
        unit.before,
        unit.after,
        unit.because.map(causeText).join('; '),
      ]),
    ]),
  );
}
