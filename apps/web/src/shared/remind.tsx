import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { journeyTasksQuery } from '../api/journey-tasks';
import { answerOf, ApiProblem, type Unmet } from '../api/problem';
import type { Role } from '../api/types';
import { todayHere, useDays } from '../i18n/dates';
import { useWords } from '../i18n/words';
import { useMe } from '../session/session';
import { tell } from './notices';
import { useProblemText } from './states';

interface Remindable {
  readonly key: string;
  readonly who: Role;
  readonly remindedOn?: string;
}

const hasNoAddress = (error: unknown): boolean =>
  error instanceof ApiProblem && error.details.unmet.some(({ guard }) => guard === 'contact-point');

/** Whether the reader may remind of a task: it is somebody else's. */
export function useMayRemind(): (task: Pick<Remindable, 'who'>) => boolean {
  const me = useMe();
  return ({ who }) => me.actions.has('inbox.remind') && !me.roles.includes(who) && who !== 'system';
}

/** Has a task's mail sent, and says what became of it. */
export function useRemind(): {
  readonly remind: (journey: string, task: Remindable) => void;
  readonly isBusy: boolean;
} {
  const { t } = useTranslation('common');
  const word = useWords();
  const client = useQueryClient();
  const problem = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ journey, task }: { readonly journey: string; readonly task: Remindable }) =>
      answerOf(api.POST('/api/v1/inbox/reminders', { body: { journey, key: task.key } })),
    onSuccess: async ({ result, who, addresses }, { journey }) => {
      const name = word('roles', who);
      tell(
        result === 'repeated'
          ? t('remind.before', { who: name })
          : t('remind.sent', { who: name, count: addresses }),
      );
      await client.invalidateQueries({ queryKey: ['inbox'] });
      await client.invalidateQueries({ queryKey: ['journey', journey, 'tasks'] });
    },
    onError: (error, { task }) =>
      tell(hasNoAddress(error) ? t('remind.nobody', { who: word('roles', task.who) }) : problem(error)),
  });
  return { remind: (journey, task) => mutate({ journey, task }), isBusy: isPending };
}

/** Reminds of one task; says so where that was done today. */
export function RemindButton({ journey, task }: { readonly journey: string; readonly task: Remindable }) {
  const { t } = useTranslation('common');
  const days = useDays();
  const { remind, isBusy } = useRemind();
  const isDone = task.remindedOn === todayHere();
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={isBusy}
      disabled={isDone}
      onClick={() => remind(journey, task)}
    >
      {isDone ? t('remind.on', { day: days.distance(todayHere()) }) : t('act.remind')}
    </Button>
  );
}

/** Reminds of what an unmet guard of a stage asks for, where it is another's to do. */
export function RemindOfGuard({
  journey,
  stage,
  unmet,
}: {
  readonly journey: string;
  readonly stage: string;
  readonly unmet: Unmet;
}) {
  const mayRemind = useMayRemind();
  const { data: tasks } = useQuery(journeyTasksQuery(journey));
  const task = tasks?.find(({ key }) => key.startsWith(`guard:${stage}:${unmet.guard}:`));
  return task === undefined || !mayRemind(task) ? null : <RemindButton journey={journey} task={task} />;
}
