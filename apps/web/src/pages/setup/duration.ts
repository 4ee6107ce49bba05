/** An ISO 8601 duration of one unit, as a form has it. */
export interface Span {
  readonly count: number;
  readonly unit: Unit;
}
export const UNITS = ['D', 'W', 'M', 'Y'] as const;
export type Unit = (typeof UNITS)[number];

const SPAN = /^P(\d+)([DWMY])$/;

/** `P21D` as 21 and D; undefined for what has several units. */
export function spanOf(text: string): Span | undefined {
  const [, count, unit] = SPAN.exec(text) ?? [];
  const known = UNITS.find((one) => one === unit);
  return count === undefined || known === undefined ? undefined : { count: Number(count), unit: known };
}

export const durationOf = ({ count, unit }: Span): string => `P${count}${unit}`;
