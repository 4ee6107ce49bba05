import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invite, type Grant } from '../../api/accounts';
import { isLanguage, LANGUAGES, type Language } from '../../i18n/languages';
import { useDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { useDraft } from '../../live/drafts';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';
import { GrantFields } from './grant-fields';
import { isWhole } from './grant-scope';

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly grant: Grant;
}
const EMPTY: Invited = { name: '', email: '', language: 'de', grant: { role: 'coordinator' } };

/** A new account: who, where the invitation goes, in which language, with which role. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const days = useDays();
  const me = useMe();
  const client = useQueryClient();
  const { draft, change, clear } = useDraft(me.account, 'invite', EMPTY);
  const { name, email, language, grant } = draft.values;
  const [tried, attempt] = useState(false);
  const send = useMutation({
    mutationFn: () => invite({ name, email, language, grants: [{ ...grant }] }),
    onSuccess: async ({ expiresAt }) => {
      clear();
      tell(t('accounts:invited', { name, day: days.day(expiresAt.slice(0, 10)) }));
      onClose();
      await client.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  const missing = [
    ...(name.trim() === '' ? ['name'] : []),
    ...(/^\S+@\S+$/.test(email) ? [] : ['email']),
    ...(isWhole(grant) ? [] : ['grant']),
  ];
  const wrong = (field: string, text: string) => (tried && missing.includes(field) ? text : undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('accounts:inviteTitle')}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          attempt(true);
          if (missing.length === 0) send.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('accounts:name')}
            required
            autoComplete="off"
            maxLength={200}
            value={name}
            error={wrong('name', t('accounts:nameMissing'))}
            onChange={({ currentTarget }) => change({ ...draft.values, name: currentTarget.value })}
          />
          <TextInput
            type="email"
            label={t('accounts:email')}
            description={t('accounts:emailHelp')}
            required
            autoComplete="off"
            value={email}
            error={wrong('email', t('accounts:emailMissing'))}
            onChange={({ currentTarget }) => change({ ...draft.values, email: currentTarget.value })}
          />
          <NativeSelect
            label={t('accounts:language')}
            value={language}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
            onChange={({ currentTarget: { value } }) =>
              isLanguage(value) ? change({ ...draft.values, language: value }) : undefined
            }
          />
          <GrantFields grant={grant} change={(next) => change({ ...draft.values, grant: next })} />
          {tried && missing.includes('grant') ? <p role="alert">{t('accounts:grantMissing')}</p> : null}
          {send.error === null ? null : <ProblemNote error={send.error} />}
          <Button type="submit" loading={send.isPending}>
            {t('accounts:inviteSend')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
