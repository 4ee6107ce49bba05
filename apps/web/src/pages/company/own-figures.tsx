import { useTranslation } from 'react-i18next';
import { figuresOf, type OwnPlacement } from './placements';
import styles from './company.module.css';

/** A company's own figures; they are their own table. */
export function OwnFigures({ own }: { readonly own: readonly OwnPlacement[] }) {
  const { t } = useTranslation('company');
  return (
    <section aria-label={t('figures')}>
      <dl className={styles.figures}>
        {figuresOf(own).map(([figure, count]) => (
          <div key={figure}>
            <dt>{t(`figure.${figure}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
