import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { Task } from '../../api/types';
import { addDays, todayHere, useDays } from '../../i18n/dates';
import { Icon } from '../../shared/icon';
import { tell } from '../../shared/notices';
import { useProblemText } from '../../shared/states';

const HandOver = lazy(() => import('./hand-over'));

const PUT_OFF = [
  { words: 'snoozeTomorrow', days: 1 },
  { words: 'snoozeWeek', days: 7 },
  { words: 'snoozeMonth', days: 28 },
] as const;

/** Puts a task off, or hands it to somebody else. */
// oxlint-disable-next-line import/no-default-export -- what React.lazy asks for
export default function SnoozeMenu({
  task,
  opened,
  onChange,
}: {
  readonly task: Task;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
}) {
  const { t } = useTranslation('inbox');
  const days = useDays();
  const client = useQueryClient();
  const problem = useProblemText();
  const [handing, hand] = useState(false);
  const snooze = useMutation({
    mutationFn: (followUpOn: string) =>
      answerOf(
        api.POST('/api/v1/inbox/snoozes', { body: { journey: task.journey, key: task.key, followUpOn } }),
      ),
    onSuccess: async ({ followUpOn }) => {
      tell(t('snoozedUntil', { day: days.day(followUpOn) }));
      await client.invalidateQueries({ queryKey: ['inbox'] });
      await client.invalidateQueries({ queryKey: ['inbox-count'] });
    },
    onError: (error) => tell(problem(error)),
  });
  return (
    <>
      <Menu opened={opened} onChange={onChange} position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('snooze')} loading={snooze.isPending}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('snooze')}</Menu.Label>
          {PUT_OFF.map(({ words, days: ahead }) => (
            <Menu.Item key={words} onClick={() => snooze.mutate(addDays(todayHere(), ahead))}>
              {t(words)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => hand(true)}>{t('handOver')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>{handing ? <HandOver task={task} onClose={() => hand(false)} /> : null}</Suspense>
    </>
  );
}
