/** Languages of the console, each in its own name. */
export const LANGUAGES = { de: 'Deutsch', en: 'English', ru: 'Русский', ky: 'Кыргызча' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'lotse.language';
export const isLanguage = (value: string): value is Language => Object.hasOwn(LANGUAGES, value);

/** The one chosen here before, else the first of the browser's that there is, else German. */
export function firstLanguage(): Language {
  const wished = [localStorage.getItem(KEY) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.find(isLanguage) ?? 'de';
}

export const keepLanguage = (language: Language): void => localStorage.setItem(KEY, language);
