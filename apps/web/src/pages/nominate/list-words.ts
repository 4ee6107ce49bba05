import { useEffect, useState } from 'react';
import { countryCode, loadCountries } from '../../i18n/countries';
import { useWords } from '../../i18n/words';
import { GENDERS, PERSON_FIELDS } from './person-values';
import { plain, type ListWords } from './read-list';

/** The words that a list may use: the reader's own, and the codes. Country names come when their table is there. */
export function useListWords(): ListWords {
  const word = useWords();
  const [, loaded] = useState(false);
  useEffect(() => {
    void loadCountries().then(() => loaded(true));
  }, []);
  const codes = [...GENDERS, 'native'].flatMap((code): [string, string][] => [
    [code, code],
    [plain(word('codes', code)), code],
  ]);
  return {
    headings: new Map(PERSON_FIELDS.map((field) => [plain(word('fields', field)), field])),
    codes: new Map(codes),
    country: (name) => (/^[A-Za-z]{2}$/.test(name) ? name.toUpperCase() : countryCode(name)),
  };
}
