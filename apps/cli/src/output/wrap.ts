const LONGEST = 110;

/** Words joined by commas, in lines that a terminal shows whole; one empty line for none. */
function wrap(words: readonly string[]): string[] {
  const lines: string[] = [''];
  for (const [place, word] of words.entries()) {
    const text = place === words.length - 1 ? word : `${word},`;
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = text;
    else if (last.length + text.length < LONGEST) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines;
}

/** Rows of a table for a name and its words: the name stands on the first one. */
export const wrappedRows = (name: string, words: readonly string[]): string[][] =>
  wrap(words).map((line, place) => [place === 0 ? name : '', line]);
