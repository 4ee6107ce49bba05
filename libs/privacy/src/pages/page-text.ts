export const NOTICE = 'Written by `npm run gen:privacy` from `libs/privacy`; do not edit.';

/** A Markdown table. */
export const tableText = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
