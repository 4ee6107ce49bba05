import { Button, Modal, Select, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { components } from '../../api/generated/schema';
import type { Task } from '../../api/types';
import { useMe } from '../../session/session';
import { ProblemNote } from '../../shared/states';
import { colleaguesQuery } from './inbox-queries';

type Reason = components['schemas']['HandoverRequest']['reason'];
const REASONS: readonly Reason[] = [
  'absence',
  'workload',
  'expertise',
  'language',
  'conflict-of-interest',
  'change-of-staff',
];

/** Who does it from now on, and why. */
// oxlint-disable-next-line import/no-default-export -- what React.lazy asks for
export default function HandOver({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  const client = useQueryClient();
  const me = useMe();
  const { data: colleagues = [], error } = useQuery(colleaguesQuery);
  const [account, setAccount] = useState<string | null>(null);
  const [reason, setReason] = useState<Reason>('absence');
  const hand = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/inbox/handovers', {
          body: { journey: task.journey, key: task.key, account: account ?? '', reason },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    hand.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inbox:handOver')}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Select
            label={t('inbox:handOverTo')}
            placeholder={t('common:form.choose')}
            required
            withAsterisk={false}
            searchable
            nothingFoundMessage={t('inbox:nobody')}
            value={account}
            onChange={setAccount}
            data={colleagues
              .filter((one) => one.account !== (task.handedTo ?? me.account))
              .map((one) => ({
                value: one.account,
                label: one.account === me.account ? t('inbox:myself', { name: one.name }) : one.name,
              }))}
          />
          <Select
            label={t('inbox:handOverWhy')}
            allowDeselect={false}
            value={reason}
            onChange={(value) => setReason(REASONS.find((one) => one === value) ?? reason)}
            data={REASONS.map((value) => ({ value, label: t(`inbox:reasons.${value}`) }))}
          />
          {(hand.error ?? error) === null ? null : <ProblemNote error={hand.error ?? error} />}
          <Button type="submit" disabled={account === null} loading={hand.isPending}>
            {t('inbox:handOver')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
