import type { Evidence, FigureUnits, ListedFigure, Sheet, SheetReader } from '@lotse/domain';
import type { DataSource } from 'typeorm';
import { sourceOf } from '../stores/sql-session';
import { resolveProgramme, resolveScope } from './scope';
import type { SqlSource } from './sql-source';
import { FIGURE_KEYS, isFigureKey, SHEET_SQL, unitsSql } from './statement';

export interface CountRow {
  readonly figure: string;
  readonly grouping: string | null;
  readonly count: number;
  readonly amount: string | null;
  readonly units: readonly string[] | null;
}

interface UnitRow {
  readonly unit: string;
  readonly grouping: string | null;
  readonly amount: string | null;
  readonly total: string;
  readonly evidence: readonly Evidence[];
}

/** Figures whose units are read along with the sheet: the sets on it, and the partners that it names. */
const LISTED = {
  students: true,
  companies: true,
  commitmentsSigned: true,
  contractsPrepared: true,
  recommended: true,
  recommendedAndContractPrepared: true,
} as const satisfies Record<ListedFigure, true>;
export const LISTED_FIGURES: readonly string[] = Object.keys(LISTED);
const READ_WITH_UNITS: readonly string[] = [...LISTED_FIGURES, 'partners'];

export function toSheet(asOf: string, rows: readonly CountRow[]): Sheet {
  const of = (figure: string): readonly CountRow[] => rows.filter((row) => row.figure === figure);
  const count = (figure: string): number => of(figure)[0]?.count ?? 0;
  const units = (figure: ListedFigure): readonly string[] => of(figure)[0]?.units ?? [];
  const byKind = <Value>(figure: string, value: (row: CountRow) => Value): Record<string, Value> =>
    Object.fromEntries(of(figure).map((row) => [row.grouping ?? '', value(row)]));
  return {
    asOf,
    students: count('students'),
    companies: count('companies'),
    sites: count('sites'),
    universities: count('universities'),
    institutes: count('institutes'),
    trainingCampuses: count('trainingCampuses'),
    commitmentsSigned: count('commitmentsSigned'),
    contractsPrepared: count('contractsPrepared'),
    recommended: count('recommended'),
    recommendedAndContractPrepared: count('recommendedAndContractPrepared'),
    workMonths: of('workMonths')[0]?.amount ?? '0',
    delegationTrips: count('delegationTrips'),
    workingDaysAbroad: count('workingDaysAbroad'),
    companiesIntendingTakeover: count('companiesIntendingTakeover'),
    companiesCommitted: count('companiesCommitted'),
    companiesInterested: count('companiesInterested'),
    regionalPartnerships: count('regionalPartnerships'),
    interviews: {
      company: count('interviews.company'),
      student: count('interviews.student'),
      university: count('interviews.university'),
    },
    runtimeDays: Number(of('runtimeDays')[0]?.amount ?? 0),
    partners: byKind('partners', (row) => row.units ?? []),
    materials: byKind('materials', (row) => row.count),
    units: {
      students: units('students'),
      companies: units('companies'),
      commitmentsSigned: units('commitmentsSigned'),
      contractsPrepared: units('contractsPrepared'),
      recommended: units('recommended'),
      recommendedAndContractPrepared: units('recommendedAndContractPrepared'),
    },
  };
}

/**
 * Reads the project sheet from facts and records (domain.md §4.1): the recount. Nothing is stored in between, so a correction or a
 * late recording shows at once, and an older `knownAt` shows what was known then. `now` is the clock that stamps facts.
 * @param source one transaction, or what opens one for each read
 */
export const sheetReaderOn = (source: SqlSource, now: () => Date): SheetReader => ({
  resolveProgramme: (programme) => resolveProgramme(source, programme),

  async sheet(query) {
    const scope = await resolveScope(source, query, now());
    if (!scope.ok) return scope;
    const { programme, asOf, knownAt } = scope.value;
    const rows: readonly CountRow[] = await source.query(SHEET_SQL, [
      programme,
      asOf,
      knownAt,
      READ_WITH_UNITS,
    ]);
    return { ok: true, value: { ...scope.value, sheet: toSheet(asOf, rows) } };
  },

  async units({ figure, ...query }) {
    if (!isFigureKey(figure))
      return {
        ok: false,
        problem: {
          code: 'figure-unknown',
          message: `There is no such figure. Known are ${FIGURE_KEYS.join(', ')}.`,
        },
      };
    const scope = await resolveScope(source, query, now());
    if (!scope.ok) return scope;
    const { programme, asOf, knownAt } = scope.value;
    const rows: readonly UnitRow[] = await source.query(unitsSql(figure), [programme, asOf, knownAt, figure]);
    const units = rows.map(({ unit, grouping, amount, evidence }) => ({
      unit,
      ...(grouping === null ? {} : { group: grouping }),
      ...(amount === null ? {} : { amount }),
      evidence,
    }));
    const value: FigureUnits = { ...scope.value, figure, value: rows[0]?.total ?? '0', units };
    return { ok: true, value };
  },
});

/** As `sheetReaderOn`, in the scope of the running work. */
export const createSheetReader = (dataSource: DataSource, now: () => Date = () => new Date()): SheetReader =>
  sheetReaderOn(sourceOf(dataSource), now);
