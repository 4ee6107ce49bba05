import type { FigureCatalogue, Indicator } from '@lotse/domain';
import type { DurationCell, FigureCell, FigureQuestion, FigureStore } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { currentScope } from '../scope/row-scope';
import { withActor, withActorStreaming, type SqlSession } from '../scope/with-actor';
import { cellsOf, durationsOf, ZERO, type SpellRow } from './cell-rows';
import { addedSql, countedSql, sharedSql, spellsSql, type CellRow, type Statement } from './cells.sql';
import { foldStateOf } from './fold-state';
import { monthsSql, splitMonthsSql } from './months.sql';
import { addsPersons, asked, isPersonal, overFacts, overRecords, type Asked } from './question';
import { ofRecords, recordUnits } from './record-figures';
import { streamUnits } from './unit-stream';

const ask = (session: SqlSession, { text, values }: Statement): Promise<CellRow[]> =>
  session.source.query(text, values);

const isFlow = ({ time }: Indicator): boolean => time === 'flow';

/** By adding up changes under their cells. */
async function split(
  session: SqlSession,
  given: Asked,
  indicators: readonly Indicator[],
): Promise<readonly FigureCell[]> {
  const folded = given.fold.serves && isPersonal(given);
  const statementOf = (one: Indicator): typeof addedSql => {
    if (given.catalogue.shared.includes(one.key)) return sharedSql;
    if (folded) return splitMonthsSql;
    return addsPersons(given, one) ? addedSql : countedSql;
  };
  const rows = await Promise.all(
    [sharedSql, splitMonthsSql, countedSql, addedSql].flatMap((statement) =>
      [true, false].map(async (flow) => {
        const series = indicators
          .filter((one) => statementOf(one) === statement && isFlow(one) === flow)
          .map(({ key }) => key);
        return series.length === 0 ? [] : ask(session, statement(given, { series, flow }));
      }),
    ),
  );
  return cellsOf(rows.flat(), given.by);
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
