import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { MenteeCard } from './mentee-card';
import { useMentees } from './mentees';
import styles from './mentor.module.css';

/** A mentor's people, and how far the month is: those with something to do first. */
export function Page() {
  const { t } = useTranslation('mentees');
  const { query, mentees } = useMentees();
  const counted = mentees.filter(({ work }) => work?.isRunning === true || work?.isDone === false);
  const done = counted.filter(({ work }) => work?.isDone === true).length;
  const sorted = [...mentees].sort((a, b) => Number(a.work?.isDone ?? true) - Number(b.work?.isDone ?? true));
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} />
      <Loaded query={query}>
        {() =>
          mentees.length === 0 ? (
            <Empty icon="people" title={t('none')} text={t('noneHelp')} />
          ) : (
            <>
              {counted.length === 0 ? null : (
                <p className={styles.done}>
                  <strong>{t('doneOf', { done, all: counted.length })}</strong>
                  <progress
                    className={styles.bar}
                    max={counted.length}
                    value={done}
                    aria-label={t('doneOf', { done, all: counted.length })}
                  />
                  <span className="soft">{t(done === counted.length ? 'allDone' : 'twoMinutes')}</span>
                </p>
              )}
              <ul className={styles.list}>
                {sorted.map((mentee) => (
                  <MenteeCard key={mentee.line.id} {...mentee} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
