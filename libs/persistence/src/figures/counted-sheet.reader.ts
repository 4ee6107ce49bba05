import type { FigureCatalogue, SheetReader, SheetScope } from '@lotse/domain';
import type { FigureCell } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { currentScope } from '../scope/row-scope';
import { withActor, type SqlSession } from '../scope/with-actor';
import { resolveScope } from '../sheet/scope';
import { createSheetReader, LISTED_FIGURES, toSheet, type CountRow } from '../sheet/sheet.reader';
import { FIGURE_KEYS } from '../sheet/statement';
import { sourceOf } from '../stores/sql-session';
import { askedIn, cellsIn } from './figure.store';
import { FiguresNotReady } from './figures-not-ready';
import { foldedTo } from './question';
import { RECORD_KINDS_SQL } from './records.sql';

/** Units that count, of the figures on the sheet that name them. */
const UNITS = `
  SELECT series AS figure, array_agg(unit ORDER BY unit COLLATE "C") AS units FROM (
    SELECT series, coalesce(unit, person) AS unit FROM figure_change
    WHERE programme = $1 AND series = ANY ($4) AND on_day <= $2::date AND known_from <= $3::timestamptz
    GROUP BY series, coalesce(unit, person) HAVING sum(amount) > 0) u
  GROUP BY series`;

type Kinds = Pick<CountRow, 'figure' | 'grouping' | 'count' | 'units'>;

const amountOf = ({ value: { numerator, denominator } }: FigureCell): string =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;

async function rowsOf(
  session: SqlSession,
  catalogue: FigureCatalogue,
  { programme, asOf, knownAt }: SheetScope,
): Promise<CountRow[]> {
  const moment = { asOf, knownAt };
  const given = await askedIn(session, catalogue, { programme, moment, indicators: FIGURE_KEYS });
  const cells = await cellsIn(session, given);
  const scope = [programme, asOf, knownAt];
  const [listed, kinds]: [Pick<CountRow, 'figure' | 'units'>[], Kinds[]] = await Promise.all([
    session.source.query(UNITS, [...scope, LISTED_FIGURES]),
    session.source.query(RECORD_KINDS_SQL, [...scope, foldedTo(given.fold)]),
  ]);
  const units = new Map(listed.map((row) => [row.figure, row.units]));
  const grouped = new Set(kinds.map(({ figure }) => figure));
  return [
    ...kinds.map((row) => ({ ...row, amount: null })),
    ...cells
      .filter(({ indicator, units: some }) => some > 0 && !grouped.has(indicator))
      .map((cell) => ({
        figure: cell.indicator,
        grouping: null,
        count: cell.units,
        amount: amountOf(cell),
        units: units.get(cell.indicator) ?? null,
      })),
  ];
}

/**
 * The project sheet from the changes that commands leave (docs/adr/0012); while those are being made anew, recounted from the facts.
 * Units with their evidence come from the facts.
 */
export function createCountedSheetReader(
  dataSource: DataSource,
  catalogue: FigureCatalogue,
  now: () => Date = () => new Date(),
): SheetReader {
  const recount = createSheetReader(dataSource, now);
  return {
    ...recount,
    sheet: async (query) => {
      const scope = await resolveScope(sourceOf(dataSource), query, now());
      if (!scope.ok) return scope;
      try {
        const rows = await withActor(dataSource, currentScope(), (session) =>
          rowsOf(session, catalogue, scope.value),
        );
        return { ok: true, value: { ...scope.value, sheet: toSheet(scope.value.asOf, rows) } };
      } catch (error) {
        if (error instanceof FiguresNotReady) return recount.sheet(query);
        throw error;
      }
    },
  };
}
