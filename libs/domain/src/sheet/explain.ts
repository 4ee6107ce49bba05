import { fractionDisplay, parseFraction } from '../fraction';
import type { Words } from '../words';
import { toCsv } from './csv';
import { findFigure, type UnitOf } from './figures';
import type { Evidence, FigureUnit, FigureUnits } from './sheet';

/** One unit of a figure, as a line for people. */
export interface ExplainedUnit {
  readonly unit: string;
  /** The kind it is listed under, or the exact share of the month; empty where neither applies. */
  readonly detail: string;
  /** The facts and records behind it, oldest first. */
  readonly evidence: readonly string[];
}

/** Everything `--explain` shows of one figure. */
export interface ExplainedFigure {
  readonly figure: string;
  readonly label: Words;
  readonly definition: string;
  /** What proves one unit. */
  readonly proof: string;
  readonly unitOf: UnitOf;
  readonly asOf: string;
  readonly knownAt: string;
  readonly shown: string;
  readonly exact: string;
  readonly units: readonly ExplainedUnit[];
}

/** `prepare-contract on 2025-01-20, j01 command c00038: ct-j01`. */
function evidenceText(evidence: Evidence): string {
  const reference = evidence.evidence === undefined ? '' : `: ${evidence.evidence}`;
  if (evidence.source === 'record')
    return `${evidence.kind} ${evidence.id} version ${evidence.version}${reference}`;
  const { kind, happenedOn, journey, command, workedDays, plannedDays } = evidence;
  const days = workedDays === undefined ? '' : ` (${workedDays} of ${plannedDays} days)`;
  return `${kind} on ${happenedOn}${days}, ${journey} command ${command}${reference}`;
}

const explainUnit = ({ unit, group, amount, evidence }: FigureUnit): ExplainedUnit => ({
  unit,
  detail: group ?? amount ?? '',
  evidence: evidence.map(evidenceText),
});

/** The units behind a figure in words: who or what is counted, and by which fact and file. */
export function explainFigure({ figure, asOf, knownAt, value, units }: FigureUnits): ExplainedFigure {
  const catalogued = findFigure(figure);
  if (catalogued === undefined)
    throw new Error(`Figure ${figure} is not in the catalogue: add it to FIGURES.`);
  const { label, definition, evidence: proof, unit: unitOf } = catalogued;
  const shown = figure === 'workMonths' ? fractionDisplay(parseFraction(value)) : value;
  const lines = units.map(explainUnit);
  return { figure, label, definition, proof, unitOf, asOf, knownAt, shown, exact: value, units: lines };
}

/** The units behind a figure as CSV: one line per unit and fact, formula-safe. */
export const unitsCsv = ({ figure, asOf, units }: FigureUnits): string =>
  toCsv([
    [
      'asOf',
      'figure',
      'unit',
      'detail',
      'kind',
      'journey',
      'command',
      'happenedOn',
      'recordedAt',
      'evidence',
    ],
    ...units.flatMap(({ unit, group, amount, evidence }) =>
      evidence.map((behind) => [
        asOf,
        figure,
        unit,
        group ?? amount ?? '',
        behind.kind,
        behind.source === 'fact' ? behind.journey : behind.id,
        behind.source === 'fact' ? behind.command : '',
        behind.source === 'fact' ? behind.happenedOn : '',
        behind.recordedAt,
        behind.evidence ?? '',
      ]),
    ),
  ]);
