/** What a spreadsheet would run as a formula, also behind leading blanks; ids and titles come from outside. */
const FORMULA = /^\s*[=+\-@\t\r\n|]/;
const QUOTED = /[",\r\n]/;

function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180: commas, CRLF, quotes where needed). A cell that could be a formula is led by an apostrophe. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
