import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page-head.module.css';

/** Filters and views of a list: beside its title, and on a phone folded away behind one word. */
export function Tools({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  if (!isPhone) return children;
  return (
    <details className={styles.tools}>
      <summary>{t('table.tools')}</summary>
      <div>{children}</div>
    </details>
  );
}
