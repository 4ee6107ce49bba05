import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { indicatorsQuery } from '../../api/sheet';

/** The name of a figure: ours for those of the sheet, else the catalogue's own, which speaks German and English. */
export function useFigureName(): (key: string) => string {
  const { t, i18n } = useTranslation('sheet');
  const { data } = useQuery(indicatorsQuery);
  return (key) => {
    const label = data?.indicators.find((one) => one.key === key)?.label;
    const own = i18n.language === 'de' ? label?.de : label?.en;
    const code = key.replaceAll('.', '-');
    return t(`figures.${code}`, { defaultValue: own ?? key });
  };
}
