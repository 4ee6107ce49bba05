const width = (text: string): number => Array.from(text).length;
const NUMBER = /^-?[\d.,]+$/;

/**
 * Rows in columns as wide as their widest cell, two blanks between, the head underlined. A column of numbers is set to the
 * right. Cells come from outside: control characters, which a terminal would obey, are shown as `?`.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => head.map((_, column) => harmless(row[column] ?? '')));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
  const toTheRight = head.map((_, column) =>
    rows.every((row) => row[column] === undefined || row[column] === '' || NUMBER.test(row[column])),
  );
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, toTheRight[column] === true && rows.length > 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((columns) => '-'.repeat(columns)).join('  ');
  return `${[lines[0], rule, ...lines.slice(1)].join('\n')}\n`;
}

function pad(cell: string, columns: number, toTheRight: boolean): string {
  const blanks = ' '.repeat(columns - width(cell));
  return toTheRight ? blanks + cell : cell + blanks;
}

/** Text that a terminal shows and does not obey. */
export const harmless = (text: string): string => text.replaceAll(/\p{Cc}/gu, '?');
