import { useTranslation } from 'react-i18next';
import styles from './sheet.module.css';

/** Smallest number of persons that is told of unless the API says another one (ADR 0014). */
const THRESHOLD = 5;

/** In the place of a number that would tell of too few people. */
export function SuppressedNote({ threshold = THRESHOLD }: { readonly threshold?: number }) {
  const { t } = useTranslation('sheet');
  return <span className={styles.suppressed}>{t('suppressed', { threshold })}</span>;
}
