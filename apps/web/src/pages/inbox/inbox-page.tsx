import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import type { Task } from '../../api/types';
import { useProgramme } from '../../frame/programme';
import { usePageKeys } from '../../frame/keys';
import { todayHere } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { useMayRemind, useRemind } from '../../shared/remind';
import { Empty, Loaded } from '../../shared/states';
import { GROUPS, groupOf } from './groups';
import { inboxQuery, type View } from './inbox-queries';
import { TaskRow } from './task-row';
import styles from './inbox.module.css';

const VIEWS: readonly View[] = ['mine', 'waiting', 'snoozed'];
const isView = (value: string | undefined): value is View => VIEWS.some((view) => view === value);
const idOf = ({ journey, key }: Task): string => `${journey}/${key}`;

/** What is to be done, the earliest due first; acts are taken here, without leaving. */
export function Page() {
  const { t } = useTranslation(['inbox', 'common']);
  const me = useMe();
  const programme = useProgramme();
  const [filters, filter] = useFilters();
  const view: View = isView(filters.view) ? filters.view : 'mine';
  const query = useInfiniteQuery(inboxQuery(me, view, programme?.id));
  const { data: cohort } = useQuery({
    ...cohortQuery(programme?.id),
    enabled: me.actions.has('journey.list'),
  });
  const [at, go] = useState(0);
  const [acting, act] = useState<string>();
  const [menu, openMenu] = useState<string>();
  const mayRemind = useMayRemind();
  const { remind } = useRemind();
  const tasks = query.data?.pages.flatMap((page) => page.tasks) ?? [];
  const here = tasks[Math.min(at, tasks.length - 1)];
  const move = (by: number): void => go((now) => Math.max(0, Math.min(tasks.length - 1, now + by)));
  usePageKeys({
    j: () => move(1),
    k: () => move(-1),
    e: () => (here === undefined ? undefined : act(idOf(here))),
    r: () => (here !== undefined && mayRemind(here) ? remind(here.journey, here) : undefined),
    z: () => (here === undefined ? undefined : openMenu(idOf(here))),
  });
  const names = new Map(cohort?.map(({ id, name }) => [id, name]));
  const today = todayHere();
  return (
    <>
      <PageHead title={t('inbox:title')}>
        <SegmentedControl
          size="sm"
          value={view}
          onChange={(next) => filter({ view: next === 'mine' ? undefined : next })}
          data={VIEWS.map((value) => ({ value, label: t(`inbox:${value}`) }))}
        />
      </PageHead>
      <Loaded query={query} lines={6}>
        {() =>
          tasks.length === 0 ? (
            <Empty
              icon="check"
              title={t(view === 'waiting' ? 'inbox:emptyWaiting' : 'inbox:emptyTitle')}
              text={t('inbox:emptyHelp')}
            />
          ) : (
            <>
              {GROUPS.map((group) => {
                const within = tasks.filter((task) => groupOf(task, today) === group);
                if (within.length === 0) return null;
                return (
                  <section key={group} aria-labelledby={`group-${group}`}>
                    <h2 id={`group-${group}`} className={styles.group}>
                      {t(`inbox:${group}`)} <span className="number">{within.length}</span>
                    </h2>
                    <ul className={styles.list}>
                      {within.map((task) => (
                        <TaskRow
                          key={idOf(task)}
                          task={task}
                          name={names.get(task.journey)}
                          here={here !== undefined && idOf(here) === idOf(task)}
                          acting={acting === idOf(task)}
                          waiting={view === 'waiting'}
                          menu={menu === idOf(task)}
                          id={idOf(task)}
                          onMenu={openMenu}
                          onAct={act}
                        />
                      ))}
                    </ul>
                  </section>
                );
              })}
              {query.hasNextPage ? (
                <Button
                  mt="md"
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('inbox:more')}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </>
  );
}
