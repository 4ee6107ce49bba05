import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { drawSample } from '../../api/samples';
import { indicatorsQuery } from '../../api/sheet';
import { addDays, todayHere } from '../../i18n/dates';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';
import { useFigureName } from './figure-name';

interface Props {
  readonly programme?: string;
  readonly onClose: () => void;
}

const ANSWER_DAYS = 30;
const SHARES = ['20', '25', '30', '35', '40'];
const empty = () => ({
  indicator: 'contractsPrepared',
  share: '30',
  seed: '',
  asOf: todayHere(),
  answersUntil: addDays(todayHere(), ANSWER_DAYS),
});

/** Draws a sample: of which figure on which day, how much of it, by which seed, and until when may be answered. */
export function DrawDialog({ programme, onClose }: Props) {
  const { t } = useTranslation(['samples', 'common']);
  const me = useMe();
  const client = useQueryClient();
  const nameOf = useFigureName();
  const { data } = useQuery(indicatorsQuery);
  const { draft, change, clear } = useDraft(me.account, `sample/${programme ?? ''}`, empty());
  const values = draft.values;
  const draw = useMutation({
    mutationFn: () =>
      drawSample({
        id: `sample-${draft.id.slice(0, 13)}`,
        ...(programme === undefined ? {} : { programme }),
        indicator: values.indicator,
        share: Number(values.share),
        seed: values.seed.trim(),
        asOf: values.asOf,
        answersUntil: values.answersUntil,
      }),
    onSuccess: async ({ sample }) => {
      clear();
      tell(t('samples:drawnNow', { count: sample.units.length }));
      onClose();
      await client.invalidateQueries({ queryKey: ['samples'] });
    },
  });
  const text = (name: 'seed' | 'asOf' | 'answersUntil', label: string, help?: string) => (
    <TextInput
      type={name === 'seed' ? 'text' : 'date'}
      label={label}
      {...(help === undefined ? {} : { description: help })}
      required
      value={values[name]}
      onChange={({ currentTarget }) => change({ ...values, [name]: currentTarget.value })}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('samples:draw')}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (values.seed.trim() !== '') draw.mutate();
        }}
      >
        <Stack gap="sm">
          <NativeSelect
            label={t('samples:figure')}
            value={values.indicator}
            data={(data?.indicators ?? []).map(({ key }) => ({ value: key, label: nameOf(key) }))}
            onChange={({ currentTarget }) => change({ ...values, indicator: currentTarget.value })}
          />
          {text('asOf', t('samples:asOf'))}
          <NativeSelect
            label={t('samples:share')}
            value={values.share}
            data={SHARES.map((share) => ({ value: share, label: `${share} %` }))}
            onChange={({ currentTarget }) => change({ ...values, share: currentTarget.value })}
          />
          {text('seed', t('samples:seed'), t('samples:seedHelp'))}
          {text('answersUntil', t('samples:answersUntil'))}
          {draw.error === null ? null : <ProblemNote error={draw.error} />}
          <Button type="submit" loading={draw.isPending}>
            {t('samples:draw')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
