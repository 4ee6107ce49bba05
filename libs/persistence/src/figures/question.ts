import type { Dimension, FigureCatalogue, Indicator } from '@lotse/domain';
import type { FigureQuestion, Place } from '@lotse/reports';
import { CELL_COLUMNS } from './cell-id';
import type { FoldState } from './fold-state';

/** Columns of a cell by dimension; the stage stands in none. */
const COLUMN_OF: Readonly<Partial<Record<Dimension, string>>> = {
  university: CELL_COLUMNS.university,
  gender: CELL_COLUMNS.gender,
  'age-band': CELL_COLUMNS.ageBand,
  country: CELL_COLUMNS.country,
  cohort: CELL_COLUMNS.cohort,
  company: CELL_COLUMNS.company,
  site: CELL_COLUMNS.site,
};

/** Dimensions of what is the person's own, so that persons of cells can be added up; see `personsThere` for the university. */
const OF_THE_PERSON: readonly Dimension[] = ['university', 'gender', 'age-band', 'country', 'cohort'];

/** A question taken apart. */
export interface Asked {
  readonly catalogue: FigureCatalogue;
  readonly question: FigureQuestion;
  readonly by: readonly Dimension[];
  /** Every dimension that is looked at. */
  readonly dimensions: readonly Dimension[];
  /** Those that a person is asked for on the day. */
  readonly abouts: readonly Dimension[];
  readonly fold: FoldState;
}

/** Up to which row months may be read; null where they hold what was learned later. */
export const foldedTo = ({ serves, upTo }: FoldState): string | null => (serves ? upTo : null);

export function asked(catalogue: FigureCatalogue, question: FigureQuestion, fold: FoldState): Asked {
  const by = question.by ?? [];
  const dimensions = [...new Set([...by, ...(Object.keys(question.where ?? {}) as Dimension[])])];
  const abouts = dimensions.filter((dimension) => catalogue.whereabouts[dimension] !== undefined);
  return { catalogue, question, by, dimensions, abouts, fold };
}

/** An indicator that counts over facts. */
export const overFacts = ({ rule }: Indicator): boolean => 'units' in rule || 'days' in rule;

/** An indicator that counts records beside journeys. */
export const overRecords = ({ rule }: Indicator): boolean => 'sheet' in rule || 'records' in rule;

/** A state, or a flow since the beginning, split by nothing but what is the person's own. */
export const isPersonal = ({ question, dimensions }: Asked): boolean =>
  question.moment.from === undefined && dimensions.every((one) => OF_THE_PERSON.includes(one));

/** True where the persons of an indicator's cells may be added up; else they are counted one by one. */
export const addsPersons = (given: Asked, { rule }: Indicator): boolean =>
  ('units' in rule && rule.units === 'person') || isPersonal(given);

/** Which persons of cells are added up: one who came from two universities counts under both. */
export const personsColumn = ({ dimensions }: Asked): string =>
  dimensions.includes('university') ? 'persons_there' : 'persons';

/** Values of a statement, numbered as they are used. */
export class Values {
  readonly list: unknown[] = [];
  add(value: unknown, type = 'text'): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/** A dimension of a change `c` in its cell `d`: its own, else the person's on the day, else unknown. */
export function dimensionSql({ catalogue }: Asked, dimension: Dimension): string {
  const column = COLUMN_OF[dimension];
  const unknown = `'${catalogue.unknown}'`;
  if (catalogue.whereabouts[dimension] === undefined) return `d.${column}`;
  const about = `about_${dimension}.unit`;
  return column === undefined
    ? `coalesce(${about}, ${unknown})`
    : `coalesce(nullif(d.${column}, ''), ${about}, ${unknown})`;
}

/** What was known and had happened; `series` as values of the statement. */
export function knownSql({ question }: Asked, values: Values, series: string, flow: boolean): string {
  const { programme, moment } = question;
  const from = flow && moment.from !== undefined ? ` AND c.on_day >= ${values.add(moment.from, 'date')}` : '';
  return `c.programme = ${values.add(programme)} AND c.series = ANY (${series}) AND c.on_day <= ${values.add(moment.asOf, 'date')}
      AND c.known_from <= ${values.add(moment.knownAt, 'timestamptz')}${from}`;
}

/**
 * Persons of whom the folded places may say otherwise than what was known: rows that are in no fold yet, or were learned after the
 * instant asked for.
 */
function lateSql({ question, fold }: Asked, values: Values, series: string): string {
  const { programme, moment } = question;
  const own = `programme = ${values.add(programme)} AND series = ${series} AND on_day <= ${values.add(moment.asOf, 'date')}`;
  const news = `SELECT person FROM figure_change WHERE id > ${values.add(fold.upTo, 'bigint')} AND ${own}`;
  return fold.serves
    ? news
    : `${news} UNION SELECT person FROM figure_change
        WHERE ${own} AND known_from > ${values.add(moment.knownAt, 'timestamptz')}`;
}

/** Where persons are on the day: one row each, joined to the changes `c` of a person. */
export function aboutsSql(given: Asked, values: Values): string {
  const { catalogue, question, abouts } = given;
  return abouts
    .map((dimension) => {
      const series = values.add(catalogue.whereabouts[dimension]);
      const day = values.add(question.moment.asOf, 'date');
      return `LEFT JOIN (
        WITH late AS MATERIALIZED (SELECT DISTINCT person FROM (${lateSql(given, values, series)}) l)
        SELECT p.person, p.unit FROM figure_place p
        WHERE p.programme = ${values.add(question.programme)} AND p.series = ${series} AND p.from_day <= ${day} AND p.to_day > ${day}
          AND NOT EXISTS (SELECT FROM late WHERE late.person = p.person)
        UNION ALL
        SELECT c.person, coalesce(c.unit, c.person) FROM late JOIN figure_change c ON c.person = late.person
        WHERE ${knownSql(given, values, `ARRAY[${series}]`, false)}
        GROUP BY c.person, coalesce(c.unit, c.person) HAVING sum(c.amount) > 0) about_${dimension} ON about_${dimension}.person = c.person`;
    })
    .join('\n');
}

export const whereSql = (given: Asked, values: Values): string =>
  Object.entries(given.question.where ?? {})
    .map(
      ([dimension, wanted]) =>
        ` AND ${dimensionSql(given, dimension as Dimension)} = ANY (${values.add([...wanted], 'text[]')})`,
    )
    .join('');

/** Names of the dimensions in an answer's rows. */
export const placeOf = (by: readonly Dimension[], row: Readonly<Record<string, unknown>>): Place =>
  Object.fromEntries(by.map((dimension, index) => [dimension, String(row[`at${index}`])]));

/** Text from rows that all say `unknown`: records beside journeys are nobody's. */
export const unknownPlace = ({ by, catalogue }: Asked): Place =>
  Object.fromEntries(by.map((dimension) => [dimension, catalogue.unknown]));
