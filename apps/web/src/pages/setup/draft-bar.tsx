import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useMe } from '../../session/session';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';
import type { Template } from './setup-queries';

interface Props {
  /** The draft as it stands in the form. */
  readonly draft: Template;
  readonly isSaved: boolean;
  /** Nothing is wrong with it, as far as is known. */
  readonly isSound: boolean;
  readonly onSaved: () => void;
  readonly onPublished: () => void;
}

/** Keeps a draft; without faults it is published, and never changes from then on. */
export function DraftBar({ draft, isSaved, isSound, onSaved, onPublished }: Props) {
  const { t } = useTranslation('setup');
  const me = useMe();
  const client = useQueryClient();
  const path = { params: { path: { template: draft.id } } };
  const done = async (then: () => void): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['templates'] });
    then();
  };
  const save = useMutation({
    mutationFn: () => answerOf(api.PUT('/api/v1/templates/{template}', { ...path, body: draft })),
    onSuccess: async ({ faults }) => {
      tell(faults.length === 0 ? t('savedWell') : t('savedFaulty', { count: faults.length }));
      await done(onSaved);
    },
  });
  const publish = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/templates/{template}/publish', path)),
    onSuccess: () => done(onPublished),
  });
  return (
    <>
      <Group mb="md">
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        {me.actions.has('template.publish') ? (
          <Button
            variant="default"
            loading={publish.isPending}
            disabled={!isSaved || !isSound}
            onClick={() => publish.mutate()}
          >
            {t('publish')}
          </Button>
        ) : (
          <span className="soft">{t('publishBy')}</span>
        )}
      </Group>
      {save.error === null ? null : <ProblemNote error={save.error} />}
      {publish.error === null ? null : <ProblemNote error={publish.error} />}
    </>
  );
}
