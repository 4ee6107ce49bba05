import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Accesses } from './accesses';
import { Consents } from './consents';
import { OwnJourney } from './own-journey';
import { Withdraw } from './withdraw';
import styles from './candidate.module.css';

/** The candidate's rights: consents by purpose, all data to take along, and the way out. */
export function Page() {
  const { t } = useTranslation('candidate');
  return (
    <OwnJourney title={t('data')}>
      {(journey) => (
        <>
          <Consents journey={journey} />
          <section className={styles.part} aria-labelledby="export">
            <h2 id="export">{t('export')}</h2>
            <p>{t('exportHelp')}</p>
            <Button
              component="a"
              size="md"
              variant="light"
              href={`/api/v1/persons/${encodeURIComponent(journey.person)}/export`}
              download
            >
              {t('exportDo')}
            </Button>
          </section>
          <Accesses />
          <Withdraw journey={journey} />
        </>
      )}
    </OwnJourney>
  );
}
