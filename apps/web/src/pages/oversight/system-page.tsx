import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { systemQuery, type SystemCheck } from '../../api/oversight';
import { useDays } from '../../i18n/dates';
import { Badge, type Tone } from '../../shared/badges';
import { PageHead } from '../../shared/page-head';
import { Loaded } from '../../shared/states';
import { DeadLetters } from './dead-letters';
import styles from './oversight.module.css';

const TONES: Readonly<Record<SystemCheck['state'], Tone>> = {
  fine: 'done',
  attention: 'soon',
  failing: 'late',
  unknown: 'waiting',
};
/** What needs somebody stands first. */
const ORDER: readonly SystemCheck['state'][] = ['failing', 'attention', 'unknown', 'fine'];

/** Whether every part of the system works, looked at every half minute, with what helps; and mails that reached nobody. */
export function Page() {
  const { t } = useTranslation('oversight');
  const days = useDays();
  const query = useQuery(systemQuery);
  return (
    <>
      <PageHead title={t('systemTitle')} />
      <Loaded query={query} lines={8}>
        {({ checks, version, checkedAt }) => {
          const wrong = checks.filter(({ state }) => state === 'failing' || state === 'attention').length;
          const unseen = checks.filter(({ state }) => state === 'unknown').length;
          return (
            <>
              <p role="status">
                <Badge tone={wrong > 0 ? 'late' : unseen > 0 ? 'waiting' : 'done'}>
                  {wrong > 0
                    ? t('wrong', { count: wrong })
                    : unseen > 0
                      ? t('unseen', { count: unseen })
                      : t('allFine')}
                </Badge>{' '}
                <span className="soft">{t('lookedAt', { at: days.instant(checkedAt), version })}</span>
              </p>
              <ul className={styles.checks}>
                {checks
                  .toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
                  .map((check) => (
                    <Part key={check.check} check={check} />
                  ))}
              </ul>
            </>
          );
        }}
      </Loaded>
      <section className={styles.panel}>
        <h2>{t('mails')}</h2>
        <DeadLetters />
      </section>
    </>
  );
}

function Part({
  check: { check, state, detail, count = 0, at, journeys = [] },
}: {
  readonly check: SystemCheck;
}) {
  const { t } = useTranslation('oversight');
  const days = useDays();
  const when = at === undefined ? '' : at.length > 10 ? days.instant(at) : days.day(at);
  const words = { count, at: when };
  const key = check.replaceAll('-', '_');
  return (
    <li className={styles.check}>
      <div className={styles.head}>
        <h2>{t(`checks.${key}.name`)}</h2>
        <Badge tone={TONES[state]}>{t(`checkStates.${state}`)}</Badge>
      </div>
      <p>{t(`checks.${key}.${state}`, { ...words, defaultValue: detail })}</p>
      {state === 'fine' ? null : <p className="soft">{t(`checks.${key}.helps`, words)}</p>}
      {journeys.length === 0 ? null : (
        <ul>
          {journeys.map((journey) => (
            <li key={journey}>
              <Link to={`/journeys/${journey}`}>{journey}</Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
