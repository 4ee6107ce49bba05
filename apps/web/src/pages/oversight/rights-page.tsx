import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { policyQuery } from '../../session/session';
import { PageHead } from '../../shared/page-head';
import { Loaded } from '../../shared/states';
import styles from './oversight.module.css';

/** The rows of the one policy table that hold for whoever looks: what they may do and see, where, and why. */
export function Page() {
  const { t } = useTranslation('oversight');
  const word = useWords();
  const query = useQuery(policyQuery);
  return (
    <>
      <PageHead title={t('rightsTitle')} />
      <Loaded query={query}>
        {({ rows, topics }) => (
          <>
            {rows.map(({ role, on, may, sees, because }) => (
              <section key={`${role}/${because}`} className={styles.panel}>
                <h2>{word('roles', role)}</h2>
                <p>{on.map((one) => t(`relations.${one}`)).join(', ')}</p>
                <p className="soft" lang="en">
                  {because}
                </p>
                <details>
                  <summary>{t('may', { count: may.length })}</summary>
                  <ul>
                    {may.map((action) => (
                      <li key={action}>
                        <code>{action}</code>
                      </li>
                    ))}
                  </ul>
                </details>
                <details>
                  <summary>{t('sees', { count: sees.length })}</summary>
                  <ul lang="en">
                    {sees.map((topic) => (
                      <li key={topic}>{topics[topic] ?? topic}</li>
                    ))}
                  </ul>
                </details>
              </section>
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}
