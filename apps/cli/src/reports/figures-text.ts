import { INDICATORS, type Indicator } from '@lotse/domain';
import type { FigureAnswer, FigureLine, FigureTable } from '@lotse/reports';
import { CliError } from '../cli-error';
import { table } from '../output/table';

/** What was asked for. @throws CliError with the problem's code and words */
export function figuresOf<Value>(answer: FigureAnswer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new CliError(answer.problem.code, answer.problem.message);
}

/** @throws CliError for a key that there is none of */
export function indicatorOf(key: string): Indicator {
  const found = INDICATORS.get(key);
  if (found !== undefined) return found;
  throw new CliError('indicator-unknown', `There is no indicator ${key}: see lotse indicators list.`);
}

const STATES = { suppressed: 'suppressed', none: '–' } as const;
const shownOf = ({ state, shown }: FigureLine): string => (state === 'counted' ? shown : STATES[state]);

function targetOf({ aims = [] }: FigureLine): string {
  const last = aims.findLast(({ kind }) => kind === 'target');
  return last === undefined ? '' : `${last.qualifier ?? ''} ${last.value} by ${last.on}`.trim();
}

/** Numbers as a table, with the moment of those that are of another one. */
export const figuresText = ({ lines, by, asOf, knownAt }: FigureTable): string =>
  table(
    ['indicator', ...by, 'value', 'target', 'of'],
    lines.map((line) => [
      line.indicator,
      ...by.map((dimension) => line.at[dimension] ?? ''),
      shownOf(line),
      targetOf(line),
      line.asOf === asOf && line.knownAt === knownAt ? '' : line.asOf,
    ]),
  );

/** A definition for people, and its rule as data. */
export const indicatorText = (indicator: Indicator, splits: readonly string[]): string =>
  [
    `${indicator.key} (version ${indicator.version}, ${indicator.section})`,
    `  ${indicator.label.de} / ${indicator.label.en}`,
    `  ${indicator.definition.de}`,
    `  ${indicator.definition.en}`,
    `  counts: ${indicator.time === 'state' ? 'how many there are on a day' : 'how many happened in a period'}`,
    `  splits: ${splits.length === 0 ? 'none' : splits.join(', ')}`,
    `  evidence: ${indicator.evidence}`,
    `  source: ${indicator.source}${indicator.unverified === true ? ' (numbering not confirmed)' : ''}`,
    `  rule: ${JSON.stringify(indicator.rule)}`,
    '',
  ].join('\n');
