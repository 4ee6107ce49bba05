import type { Fraction, Indicator, KnownFact } from '@lotse/domain';
import type { FigureUnit } from '@lotse/reports';
import type { SqlSession } from '../scope/with-actor';
import { cellsOf } from './cell-rows';
import { COUNTED_OF_PERSONS, toCountedByPerson, type CountedRow } from './counted.sql';
import { placeOf, type Asked } from './question';
import { unitRowsSql, type UnitRow } from './units.sql';

/** Units read at a time: what they rest on is looked up for so many together. */
const AT_ONCE = 100;

const evidenceOf = ({ data: { evidence } }: Pick<KnownFact, 'data'>): string[] =>
  (Array.isArray(evidence) ? evidence : [evidence]).filter((one) => typeof one === 'string');

/** Units of one are one, whatever the number of persons that share them. */
function valueOf(row: UnitRow, shared: boolean): Fraction {
  const rows = row.amounts.map(([amount, per]) => ({
    series: '',
    per,
    amount: String(amount),
    units: '1',
    persons: '0',
  }));
  const [cell] = shared ? [] : cellsOf(rows, []);
  return cell?.value ?? { numerator: 1n, denominator: 1n };
}

async function unitsOf(
  session: SqlSession,
  given: Asked,
  indicator: Indicator,
  rows: readonly UnitRow[],
): Promise<FigureUnit[]> {
  const { catalogue, question, by } = given;
  const { asOf, knownAt } = question.moment;
  const persons = [...new Set(rows.flatMap((row) => row.persons))];
  const facts: CountedRow[] = await session.source.query(COUNTED_OF_PERSONS, [
    persons,
    question.programme,
    catalogue.kindsBehind(indicator),
    asOf,
  ]);
  const journeysOf = toCountedByPerson(facts);
  const shared = catalogue.shared.includes(indicator.key);
  return rows.map((row) => {
    const behind = row.persons
      .flatMap((person) =>
        catalogue.behind(indicator, row.unit, {
          person,
          journeys: journeysOf.get(person) ?? [],
          asOf,
          knownAt,
        }),
      )
      .sort((a, b) => (a.happenedOn === b.happenedOn ? b.seq - a.seq : a.happenedOn < b.happenedOn ? 1 : -1));
    const [last] = behind;
    return {
      indicator: indicator.key,
      unit: row.unit,
      ...(last === undefined ? {} : { journey: last.journey }),
      at: placeOf(by, row),
      since: row.since,
      value: valueOf(row, shared),
      facts: behind.map(({ journey, version }) => `${journey}/${version}`),
      evidence: [...new Set(behind.flatMap(evidenceOf))],
    };
  });
}

/** Reads units by a cursor in one transaction: memory holds a few of them, and all are of one moment. */
export async function* streamUnits(
  session: SqlSession,
  given: Asked,
  indicator: Indicator,
): AsyncGenerator<FigureUnit> {
  const { text, values } = unitRowsSql(given, indicator.key, indicator.time === 'flow');
  await session.source.query(`DECLARE figure_units NO SCROLL CURSOR FOR ${text}`, values);
  for (;;) {
    const rows: UnitRow[] = await session.source.query(`FETCH ${AT_ONCE} FROM figure_units`);
    yield* await unitsOf(session, given, indicator, rows);
    if (rows.length < AT_ONCE) return;
  }
}
