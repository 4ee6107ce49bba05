import { isDay } from '@lotse/domain';
import { InvalidArgumentError } from 'commander';

/** A day as YYYY-MM-DD. */
export function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Give a day that there is, as YYYY-MM-DD.');
  return text;
}

/** How many are listed: 1 to 1000. */
export function limit(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1_000)
    throw new InvalidArgumentError('Give a whole number from 1 to 1000.');
  return value;
}

/** Adds `OLD=NEW` to the pairs that were given before. */
export function pair(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, from, to] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined)
    throw new InvalidArgumentError('Give a stage before and after, such as SEL=APPLIED.');
  return { ...before, [from]: to };
}
