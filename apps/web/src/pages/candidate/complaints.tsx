import { Button, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { Fact, Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { tell } from '../../shared/notices';
import { Loaded, ProblemNote } from '../../shared/states';
import styles from './candidate.module.css';

const EMPTY = { text: '' };
const textOf = ({ data }: Fact, name: string): string => {
  const value: unknown = Reflect.get(data, name);
  return typeof value === 'string' ? value : '';
};

/** The last thing that was done about a complaint. */
const stepOf = (complaint: Fact, facts: readonly Fact[]): 'answered' | 'acknowledged' | 'filed' => {
  const steps = facts
    .filter(
      (fact) =>
        fact.kind === 'answer-complaint' && textOf(fact, 'complaint') === textOf(complaint, 'complaint'),
    )
    .map((fact) => textOf(fact, 'step'));
  if (steps.includes('answered')) return 'answered';
  return steps.includes('acknowledged') ? 'acknowledged' : 'filed';
};

/** The confidential channel: what was filed and how far it is, a new complaint, and the way without a name. */
export function Complaints({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('candidate');
  const days = useDays();
  const me = useMe();
  const client = useQueryClient();
  const path = { params: { path: { journey: journey.id } } };
  const queryKey = ['journey', journey.id, 'complaints'];
  const query = useQuery({
    queryKey,
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{journey}/complaints', path)),
  });
  const { draft, change, clear } = useDraft(me.account, `complaint/${journey.id}`, EMPTY);
  const file = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/journeys/{journey}/complaints', {
          ...path,
          body: { id: draft.id, text: draft.values.text.trim() },
        }),
      ),
    onSuccess: async () => {
      clear();
      tell(t('complaintFiled'));
      await client.invalidateQueries({ queryKey });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    file.mutate();
  };
  return (
    <section className={styles.part} aria-labelledby="complain">
      <h2 id="complain">{t('complain')}</h2>
      <p>{t('complainHelp')}</p>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('complaintText')}
            description={t('complaintTextHelp')}
            required
            withAsterisk={false}
            autosize
            minRows={3}
            maxLength={4000}
            value={draft.values.text}
            onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          />
          {file.error === null ? null : <ProblemNote error={file.error} />}
          <Button type="submit" size="md" variant="light" loading={file.isPending}>
            {t('complaintSend')}
          </Button>
        </Stack>
      </form>
      <p>
        {t('anonymousHint')}{' '}
        <a href={`/complaint?programme=${encodeURIComponent(journey.programme)}`}>{t('anonymousLink')}</a>
      </p>
      <Loaded query={query} lines={1}>
        {({ facts }) => (
          <ul className={styles.list}>
            {facts
              .filter(({ kind }) => kind === 'complain')
              .map((fact) => {
                const step = stepOf(fact, facts);
                return (
                  <li key={fact.version}>
                    <div className={styles.line}>
                      <span className="soft">{days.day(fact.happenedOn)}</span>
                      <Badge tone={step === 'answered' ? 'done' : 'waiting'}>
                        {t(`complaintSteps.${step}`)}
                      </Badge>
                    </div>
                    <p>{textOf(fact, 'text')}</p>
                  </li>
                );
              })}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
