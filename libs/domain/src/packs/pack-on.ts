import { addDays, addMonths, type Day } from '../day';
import { DE_2025 } from './de-2025';
import { DE_2026 } from './de-2026';
import type { RulePack } from './rule-pack';

/** The pack a decision used, and whether it was only assumed because the day lies before the first pack. */
export interface PackChoice {
  readonly pack: RulePack;
  readonly assumed: boolean;
}

/** In order; each goes on where the one before ends. */
export const PACKS: readonly RulePack[] = [DE_2025, DE_2026];

/** The pack in force on a day; before the first pack the first one decides and is marked as assumed (domain.md §3.2). */
export function packOn(day: Day): PackChoice {
  const pack = PACKS.findLast((candidate) => candidate.from <= day) ?? DE_2025;
  return { pack, assumed: day < pack.from };
}

/** Codes of the clocks that a law sets, under any pack. */
export const STATUTORY_CLOCKS: readonly string[] = [
  ...new Set(
    PACKS.flatMap(({ clocks }) => clocks.filter(({ kind }) => kind === 'S').map(({ code }) => code)),
  ),
];

/**
 * Last day of a period of whole months that begins with `from` (§§ 187(2), 188(2)-(3) BGB): the day before the day of
 * the same number, or the month's last day where that number does not exist.
 */
export function lastDayOfMonths(from: Day, months: number): Day {
  const end = addMonths(from, months);
  return end.slice(8) === from.slice(8) ? addDays(end, -1) : end;
}
