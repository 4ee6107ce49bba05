/** A line that holds no longer: struck through on a terminal, elsewhere between `~~` in the place of leading blanks. */
export const struck = (line: string): string => {
  if (process.stdout.isTTY) return `\u001b[9m${line}\u001b[29m`;
  const [, blanks = '', text = ''] = /^( *)(.*)$/.exec(line) ?? [];
  return `${blanks.slice(2)}~~${text}~~`;
};
