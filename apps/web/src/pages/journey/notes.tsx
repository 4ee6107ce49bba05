import { Button, Input, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { components } from '../../api/generated/schema';
import { answerOf } from '../../api/problem';
import { useDays } from '../../i18n/dates';
import { newId } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { Empty, Loaded, ProblemNote } from '../../shared/states';
import styles from './journey.module.css';

type Audience = components['schemas']['NoteRequest']['audience'];

/** Internal and shared notes, each marked with who reads it. */
export function Notes({ journey }: { readonly journey: string }) {
  const { t } = useTranslation('journey');
  const days = useDays();
  const me = useMe();
  const client = useQueryClient();
  const path = { params: { path: { journey } } };
  const query = useQuery({
    queryKey: ['journey', journey, 'notes'],
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{journey}/notes', path)),
  });
  const by = me.by(me.roles) ?? { role: 'coordinator' as const };
  const [text, setText] = useState('');
  const [audience, setAudience] = useState<Audience>('internal');
  const write = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/journeys/{journey}/notes', {
          ...path,
          body: { id: newId(), text, audience, ...by },
        }),
      ),
    onSuccess: () => {
      setText('');
      return client.invalidateQueries({ queryKey: ['journey', journey, 'notes'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write.mutate();
  };
  return (
    <>
      {me.actions.has('note.write') ? (
        <form onSubmit={submit}>
          <Stack maw="38rem">
            <Textarea
              label={t('noteText')}
              required
              withAsterisk={false}
              autosize
              minRows={2}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            <Input
              component="select"
              aria-label={t('noteFor')}
              value={audience}
              onChange={({ currentTarget }) =>
                setAudience(currentTarget.value === 'shared' ? 'shared' : 'internal')
              }
            >
              <option value="internal">{t('internal')}</option>
              <option value="shared">{t('shared')}</option>
            </Input>
            {write.error === null ? null : <ProblemNote error={write.error} />}
            <Button type="submit" loading={write.isPending}>
              {t('noteWrite')}
            </Button>
          </Stack>
        </form>
      ) : null}
      <Loaded query={query}>
        {({ notes }) =>
          notes.length === 0 ? (
            <Empty icon="note" title={t('noNotes')} />
          ) : (
            <ul className={styles.timeline}>
              {notes.map((note) => (
                <li key={note.id} className={styles.fact}>
                  <span>{days.day(note.recordedAt)}</span>
                  <p>{note.text}</p>
                  <Badge tone={note.audience === 'shared' ? 'active' : 'held'}>
                    {t(note.audience === 'shared' ? 'shared' : 'internal')}
                  </Badge>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
