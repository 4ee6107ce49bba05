import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage } from './languages';

/** One file per language and area: a page loads its own words only. */
const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('./locales/*/*.json');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, answer) => {
    const load = catalogues[`./locales/${language}/${namespace}.json`];
    if (load === undefined) {
      answer(new Error(`There is no catalogue ${language}/${namespace}`), false);
      return;
    }
    load().then(
      (file) => answer(null, file.default),
      (error: Error) => answer(error, false),
    );
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
