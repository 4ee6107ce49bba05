import { useTranslation } from 'react-i18next';
import type { Contract } from './placements';

/** Hours a month of one hour a week. */
const WEEKS_A_MONTH = 52 / 12;

/** Twelve months and the fixed extras, in euro, as the pay floors count. */
export const yearlyEur = ({ monthlyGrossEur, fixedExtrasEur = 0 }: Contract): number =>
  12 * monthlyGrossEur + fixedExtrasEur;

export const hourlyEur = ({ monthlyGrossEur, hoursPerWeek }: Contract): number =>
  monthlyGrossEur / (hoursPerWeek * WEEKS_A_MONTH);

/** Euro in the manner of the reader's language; Kyrgyz writes numbers as Russian does. */
export function useEuro(): (amount: number) => string {
  const { i18n } = useTranslation();
  const language = i18n.language === 'ky' ? 'ru' : i18n.language;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  return (amount) => format.format(amount);
}
