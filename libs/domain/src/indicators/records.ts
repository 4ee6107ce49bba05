import type { Day } from '../day';
import { fraction, type Fraction } from '../fraction';
import type { JsonObject } from '../json';
import { isExpected } from './conditions';
import type { RecordsRule, Rule } from './indicator';

/** The last version of a record that was known, and is not struck out. */
export interface KnownRecord {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly body: JsonObject;
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

/** The records that count by the end of a day, or within a period, in order of their ids. Pure. */
export function recordUnits(
  { records, where = {}, day, amount = [], onTime }: RecordsRule,
  known: readonly KnownRecord[],
  { asOf, from }: { readonly asOf: Day; readonly from?: Day },
): RecordUnit[] {
  return known.flatMap((record) => {
    const { type, body } = record;
    const since = dayIn(body, day);
    if (type !== records || since === undefined || since > asOf || (from !== undefined && since < from))
      return [];
    if (!Object.entries(where).every(([field, expected]) => isExpected(body[field], expected))) return [];
    if (onTime !== undefined) {
      const [done, due] = onTime.map((field) => dayIn(body, field));
      if (done === undefined || due === undefined || done > due) return [];
    }
    const counted = amountOf(amount, body);
    return counted === undefined || counted.numerator === 0n ? [] : [{ record, since, amount: counted }];
  });
}
