import countries from 'i18n-iso-countries';
import i18next from 'i18next';

/** The tables of the package, which has Kyrgyz; Chromium's own have not. */
const tables = {
  de: () => import('i18n-iso-countries/langs/de.json'),
  en: () => import('i18n-iso-countries/langs/en.json'),
  ru: () => import('i18n-iso-countries/langs/ru.json'),
  ky: () => import('i18n-iso-countries/langs/ky.json'),
};
type Table = Parameters<typeof countries.registerLocale>[0];

/** Loads the country names of a language; to be awaited before `countryName` is asked for it. */
export async function loadCountries(language = i18next.language): Promise<void> {
  const load = tables[language as keyof typeof tables] ?? tables.de;
  const table: { readonly default: Table } = await load();
  countries.registerLocale(table.default);
}

/** `Kirgisistan` for `KG`; the code where no table is loaded. */
export const countryName = (code: string, language = i18next.language): string =>
  countries.getName(code, language) ?? code;

/** `KG` for `Kirgisistan`; undefined for what is no country's name. */
export const countryCode = (name: string, language = i18next.language): string | undefined =>
  countries.getAlpha2Code(name.trim(), language) ?? undefined;

/** Every country with its name in the reader's language, by name. */
export const allCountries = (language = i18next.language): readonly { value: string; label: string }[] =>
  Object.keys(countries.getAlpha2Codes())
    .map((value) => ({ value, label: countryName(value, language) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
