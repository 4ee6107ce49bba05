import { useTranslation } from 'react-i18next';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import type { Check } from './checks';

/** What is said of a check in the reader's language. */
export function useCheckText(): (check: Check) => string {
  const { t } = useTranslation('company');
  const word = useWords();
  const days = useDays();
  const dayOf = (day: string | undefined): string => (day === undefined ? '' : days.day(day));
  return ({ why, day, until, route }) =>
    t(`why.${why}`, {
      day: dayOf(day),
      until: dayOf(until),
      route: route === undefined ? '' : word('codes', route),
    });
}
