import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linksQuery, sendLink, type NewLink } from '../../api/links';
import type { Journey } from '../../api/types';
import { LANGUAGES } from '../../i18n/languages';
import { useWords } from '../../i18n/words';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Chips } from '../../shared/choices';
import { useOrganisationName } from '../../shared/directory';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';
import { answerable, holderOf, HOLDERS, PURPOSES, termsOf } from './link-purposes';

interface Wanted {
  readonly placement: string;
  readonly holder: string;
  readonly commands: readonly string[];
  readonly email: string;
  readonly language: string;
}

const languageOf = (language: string): NewLink['language'] =>
  (['de', 'en', 'ru', 'ky'] as const).find((one) => one === language) ?? 'de';

/** For whom, to which form, by which address: sends the mail with the link. */
export function LinkSender({ journey }: { readonly journey: Journey }) {
  const { t, i18n } = useTranslation('links');
  const word = useWords();
  const me = useMe();
  const named = useOrganisationName();
  const client = useQueryClient();
  const placements = answerable(journey);
  const [empty] = useState<Wanted>(() => ({
    placement: placements.at(-1)?.id ?? '',
    holder: 'mentor',
    commands: [],
    email: '',
    language: languageOf(i18n.language),
  }));
  const { draft, change, clear } = useDraft<Wanted>(me.account, `link/${journey.id}`, empty);
  const { values } = draft;
  const [tried, attempt] = useState(false);
  const holder = HOLDERS.find((one) => one === values.holder) ?? 'mentor';
  const placement = placements.find(({ id }) => id === values.placement) ?? placements.at(-1);
  const commands = values.commands.filter((command) => PURPOSES[holder].some((one) => one === command));
  const terms = termsOf(commands);
  const isWhole = commands.length > 0 && values.email.includes('@') && placement !== undefined;
  const send = useMutation({
    mutationFn: (body: NewLink) => sendLink(body),
    onSuccess: async () => {
      clear();
      attempt(false);
      tell(t('sent'));
      await client.invalidateQueries({ queryKey: linksQuery(journey.id).queryKey });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(true);
        if (!isWhole) return;
        send.mutate({
          ...holderOf(holder, placement, journey.state.university),
          ...terms,
          journey: journey.id,
          commands: [...commands],
          email: values.email.trim(),
          language: languageOf(values.language),
        });
      }}
    >
      <Stack gap="sm" maw="34rem" mb="lg">
        {placements.length < 2 ? null : (
          <NativeSelect
            label={t('placement')}
            value={placement?.id ?? ''}
            data={placements.map(({ id, company, site }) => ({
              value: id,
              label: `${named(company)}, ${site}`,
            }))}
            onChange={({ currentTarget }) => change({ ...values, placement: currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t('who')}
          value={holder}
          data={HOLDERS.map((one) => ({ value: one, label: word('roles', one) }))}
          onChange={({ currentTarget }) => change({ ...values, holder: currentTarget.value, commands: [] })}
        />
        <Chips
          legend={t('what')}
          options={PURPOSES[holder].map((command) => ({ value: command, label: word('commands', command) }))}
          values={commands}
          onChange={(chosen) => change({ ...values, commands: chosen })}
        />
        <TextInput
          type="email"
          label={t('email')}
          value={values.email}
          onChange={({ currentTarget }) => change({ ...values, email: currentTarget.value })}
        />
        <NativeSelect
          label={t('language')}
          value={values.language}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget }) => change({ ...values, language: currentTarget.value })}
        />
        {commands.length === 0 ? null : (
          <p className="soft">{t(terms.singleUse ? 'once' : 'often', { days: terms.days })}</p>
        )}
        {tried && !isWhole ? <p role="alert">{t('missing')}</p> : null}
        {send.error === null ? null : <ProblemNote error={send.error} />}
        <Button type="submit" loading={send.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('send')}
        </Button>
      </Stack>
    </form>
  );
}
