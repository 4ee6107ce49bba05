import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadCountries } from '../../i18n/countries';

/** Loads the country names of the reader's language; the page shows codes until then. */
export function useCountries(): void {
  const { i18n } = useTranslation();
  const [, setLoaded] = useState('');
  useEffect(() => {
    void loadCountries(i18n.language).then(() => setLoaded(i18n.language));
  }, [i18n.language]);
}
