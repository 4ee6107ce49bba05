import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { retentionQuery, type RetentionDue } from '../../api/oversight';
import { answerOf } from '../../api/problem';
import { useDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { Badge, DueBadge } from '../../shared/badges';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { tell } from '../../shared/notices';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded, ProblemNote } from '../../shared/states';

/** What is kept longer than it may be, with why; erased at once by those who may, after a question. */
export function Page() {
  const { t } = useTranslation(['oversight', 'common']);
  const days = useDays();
  const me = useMe();
  const client = useQueryClient();
  const query = useQuery(retentionQuery(undefined));
  const [isAsking, ask] = useState(false);
  const run = useMutation({
    mutationFn: (on: string) => answerOf(api.POST('/api/v1/retention/run', { body: { on } })),
    onSuccess: async ({ erased, kept }) => {
      ask(false);
      tell(t('oversight:erased', { count: erased.length, kept: kept.length }));
      await client.invalidateQueries({ queryKey: ['retention'] });
    },
  });
  const columns: ColumnOf<RetentionDue>[] = [
    {
      id: 'what',
      title: t('oversight:what'),
      cell: ({ dataClass, person }) => (person === undefined ? dataClass : `${dataClass} · ${person}`),
      sort: ({ dataClass }) => dataClass,
    },
    { id: 'count', title: t('oversight:count'), cell: ({ count }) => count, sort: ({ count }) => count },
    {
      id: 'due',
      title: t('oversight:due'),
      cell: ({ dueOn }) => <DueBadge day={dueOn} />,
      sort: ({ dueOn }) => dueOn,
    },
    {
      id: 'since',
      title: t('oversight:since'),
      cell: ({ since, starts }) => `${days.day(since)} · ${starts}`,
    },
    { id: 'basis', title: t('oversight:basis'), cell: ({ basis }) => basis },
    {
      id: 'held',
      title: t('oversight:held'),
      cell: ({ heldBy }) => (heldBy.length === 0 ? '' : <Badge tone="held">{heldBy.join(', ')}</Badge>),
    },
  ];
  return (
    <>
      <PageHead title={t('oversight:retentionTitle')}>
        {me.actions.has('retention.run') ? (
          <Button
            color="red"
            variant="outline"
            disabled={query.data === undefined || query.data.due.length === 0}
            onClick={() => ask(true)}
          >
            {t('oversight:erase')}
          </Button>
        ) : null}
      </PageHead>
      <Loaded query={query}>
        {({ on, due }) =>
          due.length === 0 ? (
            <Empty
              icon="check"
              title={t('oversight:nothingDue')}
              text={t('oversight:nothingDueHelp', { day: days.day(on) })}
            />
          ) : (
            <DataTable
              rows={due}
              columns={columns}
              idOf={({ dataClass, person, dueOn }) => `${dataClass}/${person ?? ''}/${dueOn}`}
              nameOf={({ dataClass, person }) => `${dataClass} ${person ?? ''}`}
              label={t('oversight:retentionTitle')}
            />
          )
        }
      </Loaded>
      <Modal
        opened={isAsking}
        onClose={() => ask(false)}
        title={t('oversight:eraseTitle')}
        closeButtonProps={{ 'aria-label': t('common:act.close') }}
      >
        <p>{t('oversight:eraseHelp')}</p>
        {run.error === null ? null : <ProblemNote error={run.error} />}
        <Group>
          <Button color="red" loading={run.isPending} onClick={() => run.mutate(query.data?.on ?? '')}>
            {t('oversight:erase')}
          </Button>
          <Button variant="default" onClick={() => ask(false)}>
            {t('common:act.close')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
