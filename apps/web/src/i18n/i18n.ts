import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage } from './languages';

/** One file per language and area: a page loads its own words only. */
const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('./locales/*/*.json');

/** i18next takes the words as the answer of a promise where `read` has no third parameter. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (language: string, namespace: string) => {
    const load = catalogues[`./locales/${language}/${namespace}.json`];
    if (load === undefined) throw new Error(`There is no catalogue ${language}/${namespace}`);
    return (await load()).default;
  },
};

/** Starts with the words of the frame; pages name their own by `useTranslation('area')`. */
export async function startI18n(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = i18next.language;
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
}
