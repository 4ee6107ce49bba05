import type { Day } from '../day';
import { fraction, type Fraction } from '../fraction';
import { byKey } from '../indicators/conditions';
import type { Change } from '../indicators/unit-changes';
import { cellText, type FigureCell } from './cell';

/** What is added to a figure from a day on; taken together they are the figure of any day. */
export interface FigureRow {
  /** Key of the indicator, or another name that is counted alike (see `COUNTABLES`). */
  readonly series: string;
  readonly unit: string;
  readonly on: Day;
  readonly cell: FigureCell;
  /** `amount / per` is what is added, negative where something counts no more. */
  readonly amount: number;
  readonly per: number;
  /** Units that begin (1) or cease (-1) to count. */
  readonly units: number;
  /** Persons that begin or cease to have a unit that counts. */
  readonly persons: number;
  /** The same of units under the cell's university alone: so that persons of one university can be added up. */
  readonly personsThere: number;
}

/** What is counted, before it is split into rows. */
export interface Counted {
  readonly series: string;
  readonly changes: readonly Change[];
  /** Each unit is the person itself. */
  readonly ofPerson: boolean;
  /** Days from which units stand in other cells: none for what has happened and stays where it was. */
  readonly moves: readonly Day[];
  readonly cellOf: (unit: string, day: Day) => FigureCell;
}

const NONE = fraction(0n);
const counts = ({ numerator }: Fraction): boolean => numerator !== 0n;

interface Standing {
  readonly amount: Fraction;
  readonly cell: FigureCell;
}

type Step = Pick<FigureRow, 'cell' | 'amount' | 'per' | 'units'>;

const entering = ({ amount, cell }: Standing, sign: 1 | -1): Step => ({
  cell,
  amount: sign * Number(amount.numerator),
  per: Number(amount.denominator),
  units: sign,
});

/** From one standing to the next, as what is added. */
function steps(before: Standing, after: Standing): readonly Step[] {
  const had = counts(before.amount);
  const has = counts(after.amount);
  const together =
    had &&
    has &&
    before.amount.denominator === after.amount.denominator &&
    cellText(before.cell) === cellText(after.cell);
  if (!together) return [...(had ? [entering(before, -1)] : []), ...(has ? [entering(after, 1)] : [])];
  const amount = Number(after.amount.numerator - before.amount.numerator);
  return amount === 0 ? [] : [{ cell: after.cell, amount, per: Number(after.amount.denominator), units: 0 }];
}

function rowsOfUnit(
  { series, moves, cellOf }: Counted,
  unit: string,
  changes: readonly Change[],
): FigureRow[] {
  const first = changes[0]?.on ?? '';
  const days = [...new Set([...changes.map(({ on }) => on), ...moves.filter((day) => day > first)])].sort();
  let before: Standing = { amount: NONE, cell: cellOf(unit, first) };
  return days.flatMap((on) => {
    const after = {
      amount: changes.findLast((change) => change.on <= on)?.amount ?? NONE,
      cell: moves.length === 0 ? before.cell : cellOf(unit, on),
    };
    const rows = steps(before, after).map((step) => ({
      series,
      unit,
      on,
      ...step,
      persons: step.units,
      personsThere: step.units,
    }));
    before = after;
    return rows;
  });
}

/** A person counts once however many units it has: the first row of a day says when it begins or ceases to have any of these. */
function personsOf(inOrder: readonly FigureRow[]): (readonly [FigureRow, number])[] {
  let active = 0;
  return [...byKey(inOrder, ({ on }) => on).values()].flatMap((ofDay) => {
    const before = active;
    active += ofDay.reduce((sum, { units }) => sum + units, 0);
    const persons = Number(active > 0) - Number(before > 0);
    return ofDay.slice(0, 1).map((row) => [row, persons] as const);
  });
}

function withPersons(rows: readonly FigureRow[]): FigureRow[] {
  const inOrder = rows.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  const persons = new Map(personsOf(inOrder));
  const there = new Map([...byKey(inOrder, ({ cell }) => cell.university).values()].flatMap(personsOf));
  return inOrder.map((row) => ({
    ...row,
    persons: persons.get(row) ?? 0,
    personsThere: there.get(row) ?? 0,
  }));
}

/** Everything that is added for one series of one person. */
export function rowsOf(counted: Counted): FigureRow[] {
  const rows = [...byKey(counted.changes, ({ unit }) => unit)].flatMap(([unit, changes]) =>
    rowsOfUnit(counted, unit, changes),
  );
  return counted.ofPerson ? rows : withPersons(rows);
}
