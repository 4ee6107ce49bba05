import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { useDays } from '../i18n/dates';
import { newId } from '../live/drafts';
import { useFilters } from '../shared/filters';
import { ProblemNote } from '../shared/states';
import { Entry } from './entry';

/** No cookie goes along: the API does not learn who is signed in beside it. */
const NOBODY = { credentials: 'omit' } as const;

/** A complaint that names nobody, and the answer to it by its code. Nothing of it is kept in this browser. */
export function Page() {
  const { t } = useTranslation('complaint');
  const [{ programme }] = useFilters();
  return (
    <Entry title={t('title')}>
      <p>{t('help')}</p>
      {programme === undefined ? <p role="alert">{t('noProgramme')}</p> : <File programme={programme} />}
      <Follow />
    </Entry>
  );
}

function File({ programme }: { readonly programme: string }) {
  const { t } = useTranslation('complaint');
  const [code] = useState(() => newId());
  const [id] = useState(() => newId());
  const [text, setText] = useState('');
  const file = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/complaints/anonymous', {
          ...NOBODY,
          body: { id, text: text.trim(), programme, code },
        }),
      ),
  });
  if (file.data !== undefined)
    return (
      <section role="status">
        <p>{t('filed')}</p>
        <TextInput readOnly label={t('code')} value={code} />
      </section>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    file.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Textarea
          label={t('text')}
          description={t('textHelp')}
          required
          withAsterisk={false}
          autosize
          minRows={4}
          maxLength={4000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        {file.error === null ? null : <ProblemNote error={file.error} />}
        <Button type="submit" size="md" loading={file.isPending}>
          {t('send')}
        </Button>
      </Stack>
    </form>
  );
}

function Follow() {
  const { t } = useTranslation('complaint');
  const days = useDays();
  const [code, setCode] = useState('');
  const follow = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/complaints/anonymous/answer', { ...NOBODY, body: { code: code.trim() } })),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    follow.mutate();
  };
  const found = follow.data;
  return (
    <form onSubmit={submit}>
      <Stack>
        <h2>{t('followTitle')}</h2>
        <TextInput
          label={t('code')}
          required
          withAsterisk={false}
          minLength={16}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        {follow.error === null ? null : <ProblemNote error={follow.error} />}
        {found === undefined ? null : (
          <div role="status">
            <p>{t('filedOn', { day: days.day(found.filedOn) })}</p>
            <p>
              {found.answeredOn !== undefined
                ? t('answeredOn', { day: days.day(found.answeredOn) })
                : found.acknowledgedOn !== undefined
                  ? t('acknowledgedOn', { day: days.day(found.acknowledgedOn) })
                  : t('notYet')}
            </p>
            {found.outcome === undefined ? null : <p>{found.outcome}</p>}
          </div>
        )}
        <Button type="submit" variant="default" size="md" loading={follow.isPending}>
          {t('follow')}
        </Button>
      </Stack>
    </form>
  );
}
