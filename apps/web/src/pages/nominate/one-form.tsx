import { Anchor, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf, ApiProblem } from '../../api/problem';
import { allCountries, loadCountries } from '../../i18n/countries';
import { todayHere } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { useGuardText } from '../../shared/guard-text';
import { ProblemNote } from '../../shared/states';
import type { NominationAgreement } from './agreements';
import styles from './nominate.module.css';
import { GENDERS, LEVELS, lineOf, NOBODY, type PersonField } from './person-values';
import { underOf } from './under';

const EMPTY = { ...NOBODY, on: '' };
const DAYS: readonly PersonField[] = ['bornOn', 'expectedDegreeOn'];

/** One person by a form; what is wrong stands at its field, and what was typed is kept until it is sent. */
export function OneForm({ agreement }: { readonly agreement: NominationAgreement }) {
  const { t } = useTranslation(['nominate', 'common']);
  const word = useWords();
  const me = useMe();
  const client = useQueryClient();
  const missing = useGuardText();
  const [, loaded] = useState(false);
  useEffect(() => {
    void loadCountries().then(() => loaded(true));
  }, []);
  const { draft, change, clear } = useDraft(me.account, `nominate/${agreement.id}`, EMPTY);
  const { on, ...values } = draft.values;
  const send = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/nominations', {
          body: lineOf(values, draft.id, on === '' ? todayHere() : on, underOf(agreement)),
        }),
      ),
    onSuccess: async () => {
      clear();
      await client.invalidateQueries();
    },
  });
  const unmet = send.error instanceof ApiProblem ? send.error.details.unmet : [];
  const faulty = new Set(unmet.map(({ guard }) => guard.split(/[:.]/).at(-1)));
  const others = unmet.filter(({ guard }) => !guard.startsWith('field:'));
  const put = (field: PersonField, value: string): void =>
    change({ ...draft.values, [field]: value, on: todayHere() });
  const common = (field: PersonField) => ({
    label: word('fields', field),
    value: values[field],
    required: true,
    withAsterisk: false,
    error: faulty.has(field) ? t(values[field] === '' ? 'nominate:missing' : 'nominate:wrong') : undefined,
  });
  const input = (field: PersonField) => (
    <TextInput
      {...common(field)}
      type={DAYS.includes(field) ? 'date' : 'text'}
      onChange={({ currentTarget }) => put(field, currentTarget.value)}
    />
  );
  const choice = (
    field: PersonField,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      {...common(field)}
      data={[{ value: '', label: t('common:form.choose') }, ...data]}
      onChange={({ currentTarget }) => put(field, currentTarget.value)}
    />
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('nominate:one')}>
      <Stack>
        <div className={styles.fields}>
          {input('givenName')}
          {input('familyName')}
          {input('bornOn')}
          {choice(
            'gender',
            GENDERS.map((value) => ({ value, label: word('codes', value) })),
          )}
          {choice('nationality', allCountries())}
          <NativeSelect
            label={t('nominate:german')}
            value={values.languages}
            data={[
              { value: '', label: t('nominate:notKnown') },
              ...LEVELS.map((level) => ({ value: `de ${level}`, label: word('codes', level) })),
            ]}
            onChange={({ currentTarget }) => put('languages', currentTarget.value)}
          />
          {input('subject')}
          {input('expectedDegreeOn')}
        </div>
        <p className="soft">{t('nominate:kept')}</p>
        {send.error === null || (unmet.length > 0 && others.length === 0) ? null : others.length > 0 ? (
          <ul role="alert" className={styles.why}>
            {others.map((one) => (
              <li key={one.guard}>{missing(one)}</li>
            ))}
          </ul>
        ) : (
          <ProblemNote error={send.error} />
        )}
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('nominate:send', { count: 1 })}
          </Button>
          <span role="status">
            {send.data === undefined ? null : (
              <Anchor component={Link} to={`/journeys/${send.data.journey}`}>
                {t('nominate:done')}
              </Anchor>
            )}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
