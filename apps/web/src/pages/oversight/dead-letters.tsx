import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { deadLettersQuery } from '../../api/oversight';
import { answerOf } from '../../api/problem';
import { useDays } from '../../i18n/dates';
import { Empty, Loaded, ProblemNote } from '../../shared/states';

/** Mails that reached nobody: sent again, or dropped. */
export function DeadLetters() {
  const { t } = useTranslation('oversight');
  const days = useDays();
  const client = useQueryClient();
  const query = useQuery(deadLettersQuery);
  const refresh = () => client.invalidateQueries({ queryKey: ['dead-letters'] });
  const send = useMutation({
    mutationFn: (mail: string) =>
      answerOf(api.POST('/api/v1/dead-letters/{mail}/send', { params: { path: { mail } } })),
    onSuccess: refresh,
  });
  const drop = useMutation({
    mutationFn: (mail: string) =>
      answerOf(api.DELETE('/api/v1/dead-letters/{mail}', { params: { path: { mail } } })),
    onSuccess: refresh,
  });
  const error = send.error ?? drop.error;
  return (
    <>
      {error === null ? null : <ProblemNote error={error} />}
      <Loaded query={query} lines={2}>
        {({ mails }) =>
          mails.length === 0 ? (
            <Empty icon="check" title={t('noMails')} text={t('noMailsHelp')} />
          ) : (
            <ul>
              {mails.map(({ id, contactPoint, attempts, code, diedAt }) => (
                <li key={id}>
                  {t('mail', { contact: contactPoint, at: days.instant(diedAt), count: attempts })}{' '}
                  <code>{code}</code>
                  <Group gap="xs">
                    <Button size="xs" variant="default" onClick={() => send.mutate(id)}>
                      {t('sendAgain')}
                    </Button>
                    <Button size="xs" variant="default" onClick={() => drop.mutate(id)}>
                      {t('drop')}
                    </Button>
                  </Group>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
