import type { Evidence, FigureKey, Indicator } from '@lotse/domain';
import type { FigureCell, FigureUnit } from '@lotse/reports';
import type { SqlSession } from '../scope/with-actor';
import { recordUnitsOf } from './known-records';
import { foldedTo, unknownPlace, type Asked } from './question';
import { RECORDS_SQL, recordUnitsSql } from './records.sql';

interface RecordRow {
  readonly figure: string;
  readonly count: number;
  readonly amount: string | null;
}

interface RecordUnitRow {
  readonly unit: string;
  readonly amount: string | null;
  readonly evidence: readonly Evidence[];
}

/** Figures over records beside journeys. */
export async function ofRecords(
  session: SqlSession,
  given: Asked,
  indicators: readonly Indicator[],
): Promise<readonly FigureCell[]> {
  const { programme, moment, where } = given.question;
  const elsewhere = Object.values(where ?? {}).some((values) => !values.includes(given.catalogue.unknown));
  if (indicators.length === 0 || elsewhere) return [];
  const onSheet = indicators.some(({ rule }) => 'sheet' in rule);
  const sheet = [programme, moment.asOf, moment.knownAt, foldedTo(given.fold)];
  const rows: RecordRow[] = onSheet ? await session.source.query(RECORDS_SQL, sheet) : [];
  const units = await recordUnitsOf(session, given, indicators);
  const found = new Map(rows.map((row) => [row.figure, row]));
  return indicators.flatMap(({ key, rule }) => {
    const own = units.get(key) ?? [];
    if (own.length > 0) {
      const value = own.map(({ amount }) => amount).reduce(given.catalogue.addFractions);
      return [{ indicator: key, at: unknownPlace(given), value, units: own.length, persons: 0 }];
    }
    const row = 'sheet' in rule ? found.get(rule.sheet) : undefined;
    if (row === undefined) return [];
    const value = { numerator: BigInt(row.amount ?? row.count), denominator: 1n };
    return [{ indicator: key, at: unknownPlace(given), value, units: row.count, persons: 0 }];
  });
}

/** Units of a figure over records, as the sheet lists them. */
export async function* recordUnits(
  session: SqlSession,
  given: Asked,
  indicator: Indicator,
): AsyncGenerator<FigureUnit> {
  const { key, rule } = indicator;
  const { programme, moment } = given.question;
  for (const { record, since, amount } of (await recordUnitsOf(session, given, [indicator])).get(key) ?? []) {
    const { evidence } = record.body;
    yield {
      indicator: key,
      unit: record.id,
      at: unknownPlace(given),
      since,
      value: amount,
      facts: [`${record.type}/${record.id}`],
      evidence: typeof evidence === 'string' ? [evidence] : [],
    };
  }
  if (!('sheet' in rule)) return;
  const figure = rule.sheet satisfies string as FigureKey;
  const rows: RecordUnitRow[] = await session.source.query(recordUnitsSql(figure), [
    programme,
    moment.asOf,
    moment.knownAt,
    figure,
    foldedTo(given.fold),
  ]);
  for (const { unit, amount, evidence } of rows)
    yield {
      indicator: key,
      unit,
      at: unknownPlace(given),
      since: (evidence[0]?.recordedAt ?? moment.asOf).slice(0, 10),
      value: { numerator: BigInt(amount ?? 1), denominator: 1n },
      facts: evidence.map((one) => ('id' in one ? `${one.kind}/${one.id}` : '')),
      evidence: evidence.flatMap((one) => one.evidence ?? []),
    };
}
