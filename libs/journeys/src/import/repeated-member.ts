const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The first member name that stands twice in one object of a JSON text, which `JSON.parse` would silently take for the last;
 * undefined when there is none. @param text JSON that parses
 */
export function repeatedMember(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let candidate: string | undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === ':' && candidate !== undefined) {
      const name: string = JSON.parse(candidate);
      const names = open.at(-1);
      if (names?.has(name) === true) return candidate;
      names?.add(name);
    }
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    candidate = token.startsWith('"') ? token : undefined;
  }
  return undefined;
}
