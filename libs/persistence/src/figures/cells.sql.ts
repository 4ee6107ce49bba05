import { aboutsSql, dimensionSql, knownSql, personsColumn, Values, whereSql, type Asked } from './question';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** One row per series, place and denominator. `persons` null where they have to be counted one by one. */
export interface CellRow extends Record<string, unknown> {
  readonly series: string;
  readonly per: number;
  readonly amount: string;
  readonly units: string;
  readonly persons: string;
}

const places = (given: Asked): readonly string[] =>
  given.by.map((dimension, index) => `${dimensionSql(given, dimension)} AS at${index}`);
const placeNames = (given: Asked): string => given.by.map((_, index) => `, at${index}`).join('');

/** What is counted alike. */
export interface Part {
  readonly series: readonly string[];
  readonly flow: boolean;
}

/** Changes are added up by cell before their few cells are looked up. */
export function addedSql(given: Asked, { series, flow }: Part): Statement {
  const values = new Values();
  const own = given.abouts.length > 0 ? ', c.person' : '';
  const persons = personsColumn(given);
  const changes = knownSql(given, values, values.add([...series], 'text[]'), flow);
  const columns = ['c.series', 'c.per', ...places(given)].join(', ');
  const abouts = aboutsSql(given, values);
  const where = whereSql(given, values);
  return {
    text: `SELECT ${columns}, sum(c.amount) AS amount, sum(c.units) AS units, sum(c.persons) AS persons
    FROM (SELECT c.series, c.per, c.cell${own}, sum(c.amount) AS amount, sum(c.units) AS units, sum(c.${persons}) AS persons
      FROM figure_change c WHERE ${changes} GROUP BY c.series, c.per, c.cell${own}
      HAVING sum(c.amount) <> 0 OR sum(c.units) <> 0 OR sum(c.${persons}) <> 0) c
    JOIN figure_cell d ON d.id = c.cell ${abouts}
    WHERE true${where} GROUP BY c.series, c.per${placeNames(given)}`,
    values: values.list,
  };
}

/** The same where persons cannot be added up: whoever has at least one unit that counts, once for each place, in rows of their own. */
export function countedSql(given: Asked, { series, flow }: Part): Statement {
  const values = new Values();
  const changes = knownSql(given, values, values.add([...series], 'text[]'), flow);
  const columns = ['c.series', 'c.per', 'c.person', 'c.amount', 'c.units', ...places(given)].join(', ');
  const abouts = aboutsSql(given, values);
  const where = whereSql(given, values);
  const names = placeNames(given);
  return {
    text: `WITH placed AS MATERIALIZED (
      SELECT ${columns} FROM (
        SELECT c.series, c.per, c.cell, c.person, sum(c.amount) AS amount, sum(c.units) AS units
        FROM figure_change c WHERE ${changes} GROUP BY c.series, c.per, c.cell, c.person
        HAVING sum(c.amount) <> 0 OR sum(c.units) <> 0) c
      JOIN figure_cell d ON d.id = c.cell ${abouts}
      WHERE true${where})
    SELECT series, per${names}, sum(amount) AS amount, sum(units) AS units, 0 AS persons FROM placed GROUP BY series, per${names}
    UNION ALL
    SELECT series, 1 AS per${names}, 0 AS amount, 0 AS units, count(*) AS persons
    FROM (SELECT DISTINCT series, person${names} FROM placed WHERE units > 0) p GROUP BY series${names}`,
    values: values.list,
  };
}

/** Units that several persons share, once for each place. */
export function sharedSql(given: Asked, { series, flow }: Part): Statement {
  const values = new Values();
  const changes = knownSql(given, values, values.add([...series], 'text[]'), flow);
  const columns = ['c.series', 'c.unit', ...places(given)].join(', ');
  const own = given.abouts.length > 0 ? ', c.person' : '';
  const abouts = aboutsSql(given, values);
  const where = whereSql(given, values);
  return {
    text: `SELECT series, 1 AS per${placeNames(given)}, count(*) AS amount, count(*) AS units, 0 AS persons FROM (
      SELECT ${columns} FROM (
        SELECT c.series, c.unit, c.cell${own}, sum(c.amount) AS amount FROM figure_change c WHERE ${changes}
        GROUP BY c.series, c.unit, c.cell${own} HAVING sum(c.amount) > 0) c
      JOIN figure_cell d ON d.id = c.cell ${abouts}
      WHERE true${where} GROUP BY c.series, c.unit${placeNames(given)}) u
    GROUP BY series${placeNames(given)}`,
    values: values.list,
  };
}

/** Closed spells by their days: the distribution of which median and P90 are read. */
export function spellsSql(given: Asked, series: readonly string[]): Statement {
  const values = new Values();
  const own = given.abouts.length > 0 ? ', c.person' : '';
  const changes = knownSql(given, values, values.add([...series], 'text[]'), false);
  const columns = ['c.series', 'c.unit AS days', ...places(given)].join(', ');
  const abouts = aboutsSql(given, values);
  const where = whereSql(given, values);
  return {
    text: `SELECT ${columns}, sum(c.units) AS units
    FROM (SELECT c.series, c.unit, c.cell${own}, sum(c.units) AS units FROM figure_change c WHERE ${changes}
      GROUP BY c.series, c.unit, c.cell${own} HAVING sum(c.units) <> 0) c
    JOIN figure_cell d ON d.id = c.cell ${abouts}
    WHERE true${where} GROUP BY c.series, c.unit${placeNames(given)}`,
    values: values.list,
  };
}
