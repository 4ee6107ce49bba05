import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { journeyTasksQuery } from '../../api/journey-tasks';
import type { Journey, Task } from '../../api/types';
import { useWords } from '../../i18n/words';
import { DueBadge } from '../../shared/badges';
import { Loaded } from '../../shared/states';
import { useGuardText } from '../../shared/guard-text';
import { useTaskText } from '../../shared/task-text';
import { ActList } from './act-list';
import { decisionsOf, newsOf, othersOf, ownTasks } from './acts';
import styles from './candidate.module.css';

/** What the candidate does, and what others do meanwhile. */
export function Todo({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('candidate');
  const word = useWords();
  const text = useTaskText();
  const guard = useGuardText();
  const tasks = useQuery(journeyTasksQuery(journey.id));
  const decisions = decisionsOf(journey);
  const news = newsOf(journey);
  const line = (task: Task) => (
    <li key={task.key}>
      <div className={styles.line}>
        <span>{text(task)}</span>
        {task.dueOn === undefined ? null : (
          <DueBadge day={task.dueOn} overdue={task.overdue} today={journey.today} />
        )}
      </div>
    </li>
  );
  return (
    <Loaded query={tasks}>
      {(all) => {
        const own = ownTasks(all, journey);
        const others = othersOf(journey);
        return (
          <>
            <section className={styles.part} aria-labelledby="todo">
              <h2 id="todo">{t('todo')}</h2>
              {own.length === 0 && decisions.length === 0 ? <p>{t('nothingTodo')}</p> : null}
              {own.length === 0 ? null : <ul className={styles.list}>{own.map(line)}</ul>}
              {decisions.length === 0 ? null : (
                <Button component={Link} to="/my-papers" variant="light" size="md" mt="sm">
                  {t('toPapers', { count: decisions.length })}
                </Button>
              )}
              {news.length === 0 ? null : (
                <details>
                  <summary>{t('news')}</summary>
                  <ActList journey={journey} acts={news} />
                </details>
              )}
            </section>
            <section className={styles.part} aria-labelledby="others">
              <h2 id="others">{t('others')}</h2>
              {others.length === 0 ? (
                <p>{t('nothingOthers')}</p>
              ) : (
                <ul className={styles.list}>
                  {others.map((unmet) => (
                    <li key={unmet.guard}>
                      <span>
                        {guard(unmet)}
                        <span className="soft">
                          {' '}
                          · {unmet.who.map((role) => word('roles', role)).join(', ')}
                        </span>
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </>
        );
      }}
    </Loaded>
  );
}
