/** Days before a due day as a form has them, `14, 7, 2`; undefined for a ladder that is not of days alone. */
export function ladderText(ladder: readonly string[]): string | undefined {
  const days = ladder.map((duration) => /^P(\d+)D$/.exec(duration)?.[1]);
  return days.some((day) => day === undefined) ? undefined : days.join(', ');
}

/** The same back as durations, the earliest reminder first, each once; what is no number of days is left out. */
export const ladderOf = (text: string): string[] =>
  [...new Set(text.split(/[^0-9]+/).map(Number))]
    .filter((days) => days > 0 && days <= 999)
    .toSorted((one, other) => other - one)
    .map((days) => `P${days}D`);
