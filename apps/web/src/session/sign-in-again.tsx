import { Button, Modal, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { sessionQuery } from './session';
import { SignInForm } from './sign-in-form';

/** Above the page that was open: what was typed there stays. Somebody else's page is begun anew. */
// oxlint-disable-next-line import/no-default-export -- what React.lazy asks for
export default function SignInAgain({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('session');
  const client = useQueryClient();
  const { data: ways } = useQuery({
    queryKey: ['ways'],
    queryFn: () => answerOf(api.GET('/api/v1/session/ways')),
  });
  const before = client.getQueryData(sessionQuery.queryKey);
  const done = async (): Promise<void> => {
    const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (now?.account !== before?.account) location.assign('/');
    onDone();
    await client.invalidateQueries();
  };
  const demo = ways?.demo.find(({ id }) => id === before?.account);
  const again = async (account: string): Promise<void> => {
    await answerOf(api.POST('/api/v1/session/demo', { body: { account } }));
    await done();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      title={t('endedTitle')}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack>
        <p>{t('endedHelp')}</p>
        {demo === undefined ? null : (
          <Button onClick={() => void again(demo.id)}>{t('againAs', { name: demo.name })}</Button>
        )}
        <SignInForm onDone={() => void done()} />
      </Stack>
    </Modal>
  );
}
