import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../shared/states';
import { differencesQuery } from './setup-queries';
import styles from './setup.module.css';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Every value that differs from another version, by its place. */
export function Differences({ id, from }: { readonly id: string; readonly from: string }) {
  const { t } = useTranslation('setup');
  const query = useQuery(differencesQuery(id, from));
  return (
    <Loaded query={query}>
      {(differences) =>
        differences.length === 0 ? (
          <Empty icon="check" title={t('same')} />
        ) : (
          <div className={styles.frame} tabIndex={0} role="region" aria-label={t('differences')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th>{t('place')}</th>
                  <th>{t('before', { id: from })}</th>
                  <th>{t('now', { id })}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ path, before, after }) => (
                  <tr key={path}>
                    <th scope="row">{path}</th>
                    <td>{before === undefined ? '–' : <del>{shown(before)}</del>}</td>
                    <td>{after === undefined ? '–' : <ins>{shown(after)}</ins>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Loaded>
  );
}
