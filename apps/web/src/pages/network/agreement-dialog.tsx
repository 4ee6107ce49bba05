import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putAgreement, type Agreement } from '../../api/network';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { directoryQuery } from '../../shared/directory';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';

interface Props {
  readonly programme: string;
  /** Absent for a new one. */
  readonly agreement?: Agreement;
  readonly onClose: () => void;
}

const EMPTY: Agreement = { id: '', organisation: '', kind: 'cooperation', from: '', to: '' };

/** An agreement that is made or goes on: with whom, of what kind, from when to when, and what proves it. */
export function AgreementDialog({ programme, agreement, onClose }: Props) {
  const { t } = useTranslation(['network', 'common']);
  const me = useMe();
  const client = useQueryClient();
  const { data } = useQuery(directoryQuery);
  const { draft, change, clear } = useDraft(
    me.account,
    `agreement/${programme}/${agreement?.id ?? 'new'}`,
    agreement ?? EMPTY,
  );
  const values = draft.values;
  const [tried, attempt] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      putAgreement(programme, {
        ...values,
        id: values.id === '' ? `agr-${draft.id.slice(0, 13)}` : values.id,
      }),
    onSuccess: async () => {
      clear();
      tell(t('network:kept'));
      onClose();
      await client.invalidateQueries({ queryKey: ['agreements'] });
    },
  });
  const set = (name: 'organisation' | 'kind' | 'from' | 'to' | 'evidence', value: string): void => {
    const { evidence: _evidence, ...others } = values;
    change(name === 'evidence' && value === '' ? others : { ...values, [name]: value });
  };
  const isWhole =
    values.organisation !== '' && values.kind !== '' && values.from !== '' && values.to >= values.from;
  const text = (name: 'kind' | 'from' | 'to' | 'evidence', label: string, type: 'text' | 'date') => (
    <TextInput
      type={type}
      label={label}
      required={name !== 'evidence'}
      value={values[name] ?? ''}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={agreement === undefined ? t('network:add') : t('network:change')}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          attempt(true);
          if (isWhole) save.mutate();
        }}
      >
        <Stack gap="sm">
          <NativeSelect
            label={t('network:organisation')}
            required
            disabled={agreement !== undefined}
            value={values.organisation}
            data={[
              { value: '', label: t('network:choose') },
              ...(data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ currentTarget }) => set('organisation', currentTarget.value)}
          />
          {text('kind', t('network:kind'), 'text')}
          {text('from', t('network:from'), 'date')}
          {text('to', t('network:to'), 'date')}
          {text('evidence', t('network:evidence'), 'text')}
          {tried && !isWhole ? <p role="alert">{t('network:agreementMissing')}</p> : null}
          {save.error === null ? null : <ProblemNote error={save.error} />}
          <Button type="submit" loading={save.isPending}>
            {t('network:keep')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
