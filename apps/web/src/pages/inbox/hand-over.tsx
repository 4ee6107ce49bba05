import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { components } from '../../api/generated/schema';
import type { Task } from '../../api/types';
import { ProblemNote } from '../../shared/states';

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
  const [account, setAccount] = useState('');
  const [reason, setReason] = useState<Reason>('absence');
  const hand = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/inbox/handovers', {
          body: { journey: task.journey, key: task.key, account, reason },
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
          <TextInput
            label={t('inbox:handOverTo')}
            required
            withAsterisk={false}
            value={account}
            onChange={({ currentTarget }) => setAccount(currentTarget.value)}
          />
          <Select
            label={t('inbox:handOverWhy')}
            allowDeselect={false}
            value={reason}
            onChange={(value) => setReason(REASONS.find((one) => one === value) ?? reason)}
            data={REASONS.map((value) => ({ value, label: t(`inbox:reasons.${value}`) }))}
          />
          {hand.error === null ? null : <ProblemNote error={hand.error} />}
          <Button type="submit" loading={hand.isPending}>
            {t('inbox:handOver')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
