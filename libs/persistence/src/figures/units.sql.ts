import { aboutsSql, dimensionSql, knownSql, Values, whereSql, type Asked } from './question';
import type { Statement } from './cells.sql';

/** One unit with the persons behind it, the amounts it is made of and since when it counts. */
export interface UnitRow extends Record<string, unknown> {
  readonly unit: string;
  readonly persons: readonly string[];
  readonly amounts: readonly (readonly [amount: number, per: number])[];
  readonly since: string;
}

/** Units that count, in order of their ids: read by a cursor. */
export function unitRowsSql(given: Asked, series: string, flow: boolean): Statement {
  const values = new Values();
  const changes = knownSql(given, values, values.add([series], 'text[]'), flow);
  const places = given.by.map((dimension, index) => `, min(${dimensionSql(given, dimension)}) AS at${index}`);
  const names = given.by.map((_, index) => `, u.at${index}`).join('');
  const abouts = aboutsSql(given, values);
  const where = whereSql(given, values);
  return {
    text: `WITH change AS MATERIALIZED (
      SELECT coalesce(c.unit, c.person) COLLATE "C" AS unit, c.person, c.on_day, c.cell, c.per, c.amount, c.units
      FROM figure_change c WHERE ${changes}),
    day AS (SELECT unit, on_day, sum(units) AS units FROM change GROUP BY unit, on_day),
    running AS (SELECT unit, on_day, units, sum(units) OVER (PARTITION BY unit ORDER BY on_day) AS reached FROM day),
    since AS (SELECT unit, max(on_day) AS since FROM running WHERE reached > 0 AND reached - units <= 0 GROUP BY unit),
    standing AS (
      SELECT unit, person, cell, per, sum(amount) AS amount FROM change
      GROUP BY unit, person, cell, per HAVING sum(amount) <> 0),
    u AS (
      SELECT c.unit, array_agg(DISTINCT c.person) AS persons, jsonb_agg(jsonb_build_array(c.amount, c.per)) AS amounts${places.join('')}
      FROM standing c JOIN figure_cell d ON d.id = c.cell ${abouts}
      WHERE true${where} GROUP BY c.unit)
    SELECT u.unit, u.persons, u.amounts, s.since::text AS since${names} FROM u JOIN since s ON s.unit = u.unit ORDER BY u.unit`,
    values: values.list,
  };
}
