import type { Day, Instant } from '../day';
import { fraction, type Fraction } from '../fraction';
import type { JsonObject } from '../json';
import { byKey, isExpected } from './conditions';
import type { Expected, RecordsRule, Rule } from './indicator';

/** The last version of a record that was known, and is not struck out. */
export interface KnownRecord {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly body: JsonObject;
  /** When its first version came. */
  readonly acceptedAt: Instant;
  /** The last version of the organisation that it names. */
  readonly organisation?: JsonObject | null;
}

/** A record that counts, since when and how much. */
export interface RecordUnit {
  readonly record: KnownRecord;
  readonly since: Day;
  readonly amount: Fraction;
}

const HUNDRED = 100n;
const ONE = fraction(1n);

/** Numbers of records have at most two decimals. A record that does not say all of them counts nothing. */
function amountOf(fields: readonly string[], body: JsonObject): Fraction | undefined {
  let product = ONE;
  for (const field of fields) {
    const value = body[field];
    if (typeof value !== 'number') return undefined;
    product = fraction(
      product.numerator * BigInt(Math.round(value * Number(HUNDRED))),
      product.denominator * HUNDRED,
    );
  }
  return product;
}

const dayIn = (body: JsonObject, field: string): Day | undefined => {
  const day = body[field];
  return typeof day === 'string' ? day : undefined;
};

export const countsRecords = (rule: Rule): rule is RecordsRule => 'records' in rule;

type Where = Readonly<Record<string, Expected>>;
const fits = (where: Where, body: JsonObject): boolean =>
  Object.entries(where).every(([field, expected]) => isExpected(body[field], expected));

/** Of records with the same value the one of the youngest day; of one day the one that came last. */
function lastOfEach(field: string, dated: readonly Dated[]): Dated[] {
  const place = ({ since, record }: Dated): string => [since, record.acceptedAt, record.id].join(' ');
  return [...byKey(dated, ({ record }) => record.body[field]).values()].flatMap((same) =>
    same.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).slice(-1),
  );
}

interface Dated {
  readonly record: KnownRecord;
  readonly since: Day;
}

/** The records that count by the end of a day, or within a period, in order of their ids. Pure. */
export function recordUnits(
  { records, where = {}, day, amount = [], onTime, lastOf, organisation }: RecordsRule,
  known: readonly KnownRecord[],
  { asOf, from }: { readonly asOf: Day; readonly from?: Day },
): RecordUnit[] {
  const dated = known.flatMap((record): Dated[] => {
    const since = record.type === records ? dayIn(record.body, day) : undefined;
    return since === undefined || since > asOf || (from !== undefined && since < from)
      ? []
      : [{ record, since }];
  });
  const counted = lastOf === undefined ? dated : lastOfEach(lastOf, dated);
  return counted.flatMap(({ record, since }) => {
    const { body } = record;
    if (!fits(where, body)) return [];
    if (organisation !== undefined && !fits(organisation, record.organisation ?? {})) return [];
    if (onTime !== undefined) {
      const [done, due] = onTime.map((field) => dayIn(body, field));
      if (done === undefined || due === undefined || done > due) return [];
    }
    const value = amountOf(amount, body);
    return value === undefined || value.numerator === 0n ? [] : [{ record, since, amount: value }];
  });
}
