import type { FigureCatalogue, Indicator } from '@lotse/domain';
import type { DurationCell, FigureCell, FigureQuestion, FigureStore } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { currentScope } from '../scope/row-scope';
import { withActor, withActorStreaming, type SqlSession } from '../scope/with-actor';
import { cellsOf, durationsOf, ZERO, type SpellRow } from './cell-rows';
import { addedSql, personsSql, sharedSql, spellsSql, type CellRow, type Statement } from './cells.sql';
import { foldStateOf } from './fold-state';
import { monthsSql, splitMonthsSql } from './months.sql';
import { addsPersons, asked, isPersonal, overFacts, overRecords, placeOf, type Asked } from './question';
import { ofRecords, recordUnits } from './record-figures';
import { streamUnits } from './unit-stream';

const ask = (session: SqlSession, { text, values }: Statement): Promise<CellRow[]> =>
  session.source.query(text, values);

const isFlow = ({ time }: Indicator): boolean => time === 'flow';

/** Persons of each cell, where they cannot be added up. */
async function withPersons(
  session: SqlSession,
  given: Asked,
  indicators: readonly Indicator[],
  cells: readonly FigureCell[],
): Promise<readonly FigureCell[]> {
  const apart = indicators.filter((one) => !addsPersons(given, one));
  if (apart.length === 0) return cells;
  const parts = [true, false]
    .map((flow) => ({ flow, series: apart.filter((one) => isFlow(one) === flow).map(({ key }) => key) }))
    .filter(({ series }) => series.length > 0);
  const rows = (await Promise.all(parts.map((part) => ask(session, personsSql(given, part))))).flat();
  const counted = new Map(
    rows.map((row) => [JSON.stringify([row.series, placeOf(given.by, row)]), Number(row.persons)]),
  );
  const keys = new Set(apart.map(({ key }) => key));
  return cells.map((cell) =>
    keys.has(cell.indicator)
      ? { ...cell, persons: counted.get(JSON.stringify([cell.indicator, cell.at])) ?? 0 }
      : cell,
  );
}

/** By adding up changes under their cells. */
async function split(
  session: SqlSession,
  given: Asked,
  indicators: readonly Indicator[],
): Promise<readonly FigureCell[]> {
  const shared = ({ key }: Indicator): boolean => given.catalogue.shared.includes(key);
  const folded = given.fold.serves && isPersonal(given);
  const statements = [true, false].flatMap((flow) => {
    const of = (which: (one: Indicator) => boolean): string[] =>
      indicators.filter((one) => isFlow(one) === flow && which(one)).map(({ key }) => key);
    const [together, own] = [of(shared), of((one) => !shared(one))];
    const part = { series: own, flow };
    return [
      ...(own.length === 0 ? [] : [folded ? splitMonthsSql(given, own) : addedSql(given, part)]),
      ...(together.length === 0 ? [] : [sharedSql(given, { series: together, flow })]),
    ];
  });
  const rows = (await Promise.all(statements.map((statement) => ask(session, statement)))).flat();
  const own = indicators.filter((one) => !shared(one));
  return withPersons(session, given, own, cellsOf(rows, given.by));
}

/** Whole figures from months, where those hold nothing that was learned after the instant asked for. */
async function whole(
  session: SqlSession,
  given: Asked,
  indicators: readonly Indicator[],
): Promise<readonly FigureCell[]> {
  if (!given.fold.serves) return split(session, given, indicators);
  const keys = indicators.map(({ key }) => key);
  return cellsOf(await ask(session, monthsSql(given, keys)), []);
}

/** A question as the transaction can answer it; the first thing that it is asked. */
export const askedIn = async (
  session: SqlSession,
  catalogue: FigureCatalogue,
  question: FigureQuestion,
): Promise<Asked> => asked(catalogue, question, await foldStateOf(session, catalogue, question));

/** Cells as one transaction sees them. */
export async function cellsIn(session: SqlSession, given: Asked): Promise<readonly FigureCell[]> {
  const { catalogue, question } = given;
  const indicators = question.indicators.flatMap((key) => catalogue.indicators.get(key) ?? []);
  const counted = indicators.filter(overFacts);
  const simple = given.dimensions.length === 0 && question.moment.from === undefined;
  const [facts, records] = await Promise.all([
    counted.length === 0 ? [] : (simple ? whole : split)(session, given, counted),
    ofRecords(session, given, indicators.filter(overRecords)),
  ]);
  const found = [...facts, ...records];
  if (given.by.length > 0) return found;
  const byKey = new Map(found.map((cell) => [cell.indicator, cell]));
  return indicators
    .filter((one) => overFacts(one) || overRecords(one))
    .map(({ key }) => byKey.get(key) ?? { indicator: key, at: {}, value: ZERO, units: 0, persons: 0 });
}

async function durations(
  session: SqlSession,
  catalogue: FigureCatalogue,
  question: FigureQuestion,
): Promise<readonly DurationCell[]> {
  const keys = question.indicators.filter((key) => {
    const indicator = catalogue.indicators.get(key);
    return indicator !== undefined && 'days' in indicator.rule;
  });
  if (keys.length === 0) return [];
  const given = await askedIn(session, catalogue, question);
  const opened = await ask(session, addedSql(given, { series: keys, flow: false }));
  const closed: SpellRow[] = await session.source.query(
    ...(({ text, values }: Statement): [string, unknown[]] => [text, values])(
      spellsSql(given, keys.map(catalogue.daysSeries)),
    ),
  );
  return durationsOf(cellsOf(opened, given.by), closed, given.by, catalogue.daysSeries);
}

/**
 * Figures on PostgreSQL, from the changes that commands leave (docs/adr/0012), in the scope of the running work.
 * @param catalogue of the domain: what is counted, and under which names
 */
export const createFigureStore = (dataSource: DataSource, catalogue: FigureCatalogue): FigureStore => ({
  cells: (question) =>
    withActor(dataSource, currentScope(), async (session) =>
      cellsIn(session, await askedIn(session, catalogue, question)),
    ),
  durations: (question) =>
    withActor(dataSource, currentScope(), (session) => durations(session, catalogue, question)),
  units: ({ indicator: key, ...question }) => {
    const indicator = catalogue.indicators.get(key);
    if (indicator === undefined) throw new RangeError(`There is no indicator ${key}`);
    const one = { ...question, indicators: [key] };
    return withActorStreaming(dataSource, currentScope(), async function* (session) {
      const given = await askedIn(session, catalogue, one);
      yield* (overFacts(indicator) ? streamUnits : recordUnits)(session, given, indicator);
    });
  },
});
