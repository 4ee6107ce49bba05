/**
 * Stores what is asked for at about the same time together: while one call of `store` is under way the next ones gather, and go as
 * one. Each caller waits for the call that holds its own text, and learns when that fails.
 */
export function grouped(store: (texts: readonly string[]) => Promise<void>): (text: string) => Promise<void> {
  let gathering: { readonly texts: string[]; readonly stored: Promise<void> } | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  const begin = (): { readonly texts: string[]; readonly stored: Promise<void> } => {
    const texts: string[] = [];
    const stored = underWay.then(() => {
      gathering = undefined;
      return store(texts);
    });
    underWay = stored.catch(() => undefined);
    return { texts, stored };
  };

  return (text) => {
    gathering ??= begin();
    gathering.texts.push(text);
    return gathering.stored;
  };
}
