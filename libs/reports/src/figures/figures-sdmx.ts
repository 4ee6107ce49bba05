import { DIMENSIONS, parseFraction, toCsv, type Dimension } from '@lotse/domain';
import type { FigureLine, FigureTable } from './figure-line';

/** Value of a dimension that a line is not split by (SDMX: the total). */
const TOTAL = '_T';
const DECIMALS = 6;

const columnOf = (dimension: Dimension): string => dimension.toUpperCase().replace('-', '_');

const HEADER = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'PROGRAMME',
  'INDICATOR',
  ...DIMENSIONS.map(columnOf),
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'CONF_STATUS',
  'KNOWN_AT',
  'INDICATOR_VERSION',
  'EXACT',
];

/** The decimal value that programs compute with; the exact one stands beside it. */
function decimalOf(exact: string): string {
  const { numerator, denominator } = parseFraction(exact);
  const scaled = (numerator * 10n ** BigInt(DECIMALS)) / denominator;
  return denominator === 1n ? String(numerator) : (Number(scaled) / 10 ** DECIMALS).toString();
}

/** `A` a normal value, `Q` missing since suppressed, `M` missing since there is nothing to count (code list CL_OBS_STATUS). */
const STATUS = { counted: 'A', suppressed: 'Q', none: 'M' } as const satisfies Record<
  FigureLine['state'],
  string
>;

const rowOf = (programme: string, line: FigureLine): string[] => [
  'dataflow',
  'LOTSE:FIGURES(1.0)',
  'I',
  programme,
  line.indicator,
  ...DIMENSIONS.map((dimension) => line.at[dimension] ?? TOTAL),
  line.asOf,
  line.value === null ? '' : decimalOf(line.value),
  STATUS[line.state],
  line.state === 'suppressed' ? 'C' : 'F',
  line.knownAt,
  String(line.version),
  line.value ?? '',
];

/** Figures as SDMX-CSV 2.0, one observation a line, for statistical offices and their programs. */
export const figuresSdmx = ({ programme, lines }: FigureTable): string =>
  toCsv([HEADER, ...lines.map((line) => rowOf(programme, line))]);
