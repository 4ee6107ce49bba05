import type { Part, Statement } from './cells.sql';
import { dimensionSql, personsColumn, Values, whereSql, type Asked } from './question';

/** Conditions on the parts of which a figure of today's knowledge is made. */
interface Parts {
  /** Months that are over. */
  readonly months: string;
  /** Days of the month asked for. */
  readonly days: string;
  /** Older days of which rows are in no month yet. */
  readonly later: string;
}

function partsOf(
  { question: { programme, moment }, fold: { upTo } }: Asked,
  values: Values,
  series: readonly string[],
): Parts {
  const own = `c.programme = ${values.add(programme)} AND c.series = ANY (${values.add([...series], 'text[]')})`;
  const day = values.add(moment.asOf, 'date');
  const month = values.add(`${moment.asOf.slice(0, 7)}-01`, 'date');
  const known = `c.known_from <= ${values.add(moment.knownAt, 'timestamptz')}`;
  return {
    months: `${own} AND c.month < ${month}`,
    days: `${own} AND c.on_day BETWEEN ${month} AND ${day} AND ${known}`,
    later: `c.id > ${values.add(upTo, 'bigint')} AND ${own} AND c.on_day < ${month} AND ${known}`,
  };
}

/** Whole figures. Units that several persons share count once. */
export function monthsSql(given: Asked, series: readonly string[]): Statement {
  const values = new Values();
  const { months, days, later } = partsOf(given, values, series);
  const together = `series = ANY (${values.add([...given.catalogue.shared], 'text[]')})`;
  const row = `c.series, CASE WHEN c.${together} THEN c.unit ELSE '' END AS unit, c.per, c.amount, c.units, c.persons`;
  return {
    text: `WITH part AS (
      SELECT c.series, c.unit, c.per, c.amount, c.units, c.persons FROM figure_month c WHERE ${months} UNION ALL
      SELECT ${row} FROM figure_change c WHERE ${days} UNION ALL
      SELECT ${row} FROM figure_change c WHERE ${later}),
    whole AS (
      SELECT series, unit, per, sum(amount) AS amount, sum(units) AS units, sum(persons) AS persons
      FROM part GROUP BY series, unit, per)
    SELECT series, per,
      CASE WHEN ${together} THEN count(*) FILTER (WHERE amount > 0) ELSE sum(amount) END AS amount,
      CASE WHEN ${together} THEN count(*) FILTER (WHERE amount > 0) ELSE sum(units) END AS units,
      CASE WHEN ${together} THEN 0 ELSE sum(persons) END AS persons
    FROM whole GROUP BY series, per`,
    values: values.list,
  };
}

const SPLIT = ['university', 'gender', 'age_band', 'country', 'cohort'];

/** Figures split by what is the person's own in every cell. */
export function splitMonthsSql(given: Asked, { series }: Pick<Part, 'series'>): Statement {
  const values = new Values();
  const { months, days, later } = partsOf(given, values, series);
  const row = (cell: string): string =>
    [
      'c.series',
      'c.per',
      ...SPLIT.map((column) => `${cell}.${column}`),
      'c.amount',
      'c.units',
      `c.${personsColumn(given)} AS persons`,
    ].join(', ');
  const at = given.by.map((dimension, index) => `, ${dimensionSql(given, dimension)} AS at${index}`).join('');
  const names = given.by.map((_, index) => `, at${index}`).join('');
  const changes = 'figure_change c JOIN figure_cell d ON d.id = c.cell';
  return {
    text: `SELECT d.series, d.per${at}, sum(d.amount) AS amount, sum(d.units) AS units, sum(d.persons) AS persons FROM (
      SELECT ${row('c')} FROM figure_split c WHERE ${months} UNION ALL
      SELECT ${row('d')} FROM ${changes} WHERE ${days} UNION ALL
      SELECT ${row('d')} FROM ${changes} WHERE ${later}) d
    WHERE true${whereSql(given, values)} GROUP BY d.series, d.per${names}`,
    values: values.list,
  };
}
