import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import type { Template } from './setup-queries';

/** Name of a stage of these versions, the first that has it: as its template has it in German and English, else from the catalogue. */
export function useStageNames(...templates: readonly (Template | undefined)[]): (code: string) => string {
  const { i18n } = useTranslation();
  const word = useWords();
  return (code) => {
    const stage = templates.flatMap((one) => one?.stages ?? []).find((one) => one.code === code);
    if (stage === undefined) return word('stages', code);
    if (i18n.language === 'de' || i18n.language === 'en') return stage.name[i18n.language];
    const known = word('stages', code);
    return known === code ? stage.name.en : known;
  };
}
