import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useMe } from '../../session/session';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';
import type { Template } from './setup-queries';
import styles from './setup.module.css';

interface Props {
  /** The draft as it stands in the form. */
  readonly draft: Template;
  readonly isSaved: boolean;
  readonly onSaved: () => void;
  readonly onPublished: () => void;
}

/** Keeps a draft and says what is wrong with it; without faults it is published, and never changes from then on. */
export function DraftBar({ draft, isSaved, onSaved, onPublished }: Props) {
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
  const faults = save.data?.faults ?? [];
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
            disabled={!isSaved || faults.length > 0}
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
      {faults.length === 0 ? null : (
        <ul className={styles.faults} role="alert">
          {faults.map((fault) => (
            <li key={fault} lang="en">
              {fault}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
