import type { FigureCell, FigureChange } from '@lotse/domain';
import type { FigureOwner, FigureWrite } from '@lotse/journeys';
import { CELL_COLUMNS, cellId } from './cell-id';

const CELLS = Object.values(CELL_COLUMNS);

/** Rows and the cells that they stand in, which are mostly there. */
export const APPEND_CHANGES = `
  WITH cells AS (
    INSERT INTO figure_cell (id, ${CELLS.join(', ')})
    SELECT c.id, ${CELLS.map((column) => `c.${column}`).join(', ')}
    FROM jsonb_to_recordset($3::jsonb) AS c(id bigint, ${CELLS.map((column) => `${column} text`).join(', ')})
    ON CONFLICT (id) DO NOTHING)
  INSERT INTO figure_change (programme, person, series, unit, on_day, known_from, amount, per, units, persons, persons_there, cell)
  SELECT $1, $2, r.series, r.unit, r.on_day, r.known_from, r.amount, r.per, r.units, r.persons, r.persons_there, r.cell
  FROM jsonb_to_recordset($4::jsonb) AS r(series text, unit text, on_day date, known_from timestamptz, amount bigint,
    per int, units smallint, persons smallint, persons_there smallint, cell bigint)`;

export const PUT_TRAITS = `
  INSERT INTO person_trait (programme, person, shape, traits) VALUES ($1, $2, $3, $4)
  ON CONFLICT (person, programme) DO UPDATE SET shape = excluded.shape, traits = excluded.traits`;

const cellRow = (id: string, cell: FigureCell): Record<string, string> => ({
  id,
  ...Object.fromEntries(
    Object.entries(CELL_COLUMNS).map(([dimension, column]) => [column, cell[dimension as keyof FigureCell]]),
  ),
});

const changeRow = (person: string, change: FigureChange, cell: string): Record<string, unknown> => ({
  series: change.series,
  unit: change.unit === person ? null : change.unit,
  on_day: change.on,
  known_from: change.knownFrom,
  amount: change.amount,
  per: change.per,
  units: change.units,
  persons: change.persons,
  persons_there: change.personsThere,
  cell,
});

/** The values of `APPEND_CHANGES`. */
export function changeValues({ programme, person, changes }: FigureWrite): unknown[] {
  const cells = new Map<string, FigureCell>();
  const rows = changes.map((change) => {
    const id = cellId(change.cell);
    cells.set(id, change.cell);
    return changeRow(person, change, id);
  });
  const inOrder = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, cell]) => cellRow(id, cell));
  return [programme, person, JSON.stringify(inOrder), JSON.stringify(rows)];
}

/** The values of `PUT_TRAITS`. */
export const traitValues = (
  { programme, person }: FigureOwner,
  { shape, traits }: NonNullable<FigureWrite['kept']>,
): unknown[] => [programme, person, shape, JSON.stringify(traits)];
