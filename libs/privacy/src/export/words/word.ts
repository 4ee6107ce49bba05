import type { Language } from '../../ports/document-writer.port';

/** A name or code with what people read for it. */
export type Word = readonly [name: string, de: string, en: string, ru: string, ky: string];

const AT: Readonly<Record<Language, 1 | 2 | 3 | 4>> = { de: 1, en: 2, ru: 3, ky: 4 };

/** Words by name; a name without words is answered as undefined. */
export function dictionary(words: readonly Word[]): (name: string, language: Language) => string | undefined {
  const byName = new Map(words.map((word) => [word[0], word]));
  return (name, language) => byName.get(name)?.[AT[language]];
}
