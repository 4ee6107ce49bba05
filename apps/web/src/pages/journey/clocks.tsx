import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useWords } from '../../i18n/words';
import { DueBadge } from '../../shared/badges';
import { Empty, Loaded } from '../../shared/states';
import { journeyTasksQuery } from '../../api/journey-tasks';
import styles from './journey.module.css';

/** Deadlines with where each comes from; a deadline is no legal advice, and says so. */
export function Clocks({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const query = useQuery(journeyTasksQuery(journey.id));
  return (
    <Loaded query={query}>
      {(tasks) => {
        const clocks = tasks.filter(({ kind }) => kind === 'clock');
        if (clocks.length === 0) return <Empty icon="clock" title={t('noClocks')} />;
        return (
          <>
            <ul className={styles.timeline}>
              {clocks.map(({ key, text, dueOn, overdue, source, clockKind, who, stopped }) => (
                <li key={key} className={styles.fact}>
                  <span>
                    {dueOn === undefined ? null : (
                      <DueBadge day={dueOn} overdue={overdue} today={journey.today} />
                    )}
                  </span>
                  <div>
                    <p>{word('clocks', text)}</p>
                    <p className={styles.small}>
                      {[
                        word('roles', who),
                        t(`kinds.${clockKind ?? 'R'}`),
                        source,
                        stopped ? t('stopped') : undefined,
                      ]
                        .filter((part) => part !== undefined)
                        .join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
            <p className={styles.small}>{t('noAdvice')}</p>
          </>
        );
      }}
    </Loaded>
  );
}
