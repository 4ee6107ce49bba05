import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/generated/schema';
import { linesOf } from '../../live/bulk';
import { newId, useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { useGuardText } from '../../shared/guard-text';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';

type LineAnswer = components['schemas']['LineAnswer'];

const KINDS = [
  'company',
  'university',
  'institute',
  'training-campus',
  'funder',
  'carrier',
  'chamber',
  'authority',
  'alliance',
  'municipality',
  'labour-agency',
  'school',
  'association',
] as const;
const EMPTY = { name: '', kind: 'company', country: 'DE', sites: '' };

/** A new organisation, sent as the one line of an import: what an import refuses is refused here too. */
export function OrganisationDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['network', 'common']);
  const me = useMe();
  const client = useQueryClient();
  const missing = useGuardText();
  const { draft, change, clear } = useDraft(me.account, 'organisation', EMPTY);
  const { name, kind, country, sites } = draft.values;
  const save = useMutation({
    mutationFn: async (): Promise<readonly string[]> => {
      const line = {
        type: 'organisation',
        id: `org-${newId().slice(0, 13)}`,
        kind,
        name: name.trim(),
        ...(country === '' ? {} : { country: country.toUpperCase() }),
        ...(sites.trim() === '' ? {} : { sites: sites.split(',').map((site) => site.trim()) }),
      };
      const answers = await linesOf<LineAnswer>(
        '/api/v1/imports',
        JSON.stringify(line),
        'application/x-ndjson',
      );
      return answers.flatMap(({ refusal }) => (refusal?.unmet ?? []).map(missing));
    },
    onSuccess: async (why) => {
      if (why.length > 0) return;
      clear();
      tell(t('network:kept'));
      onClose();
      await client.invalidateQueries({ queryKey: ['directory'] });
    },
  });
  const text = (field: 'name' | 'country' | 'sites', label: string, help?: string) => (
    <TextInput
      label={label}
      {...(help === undefined ? {} : { description: help })}
      required={field === 'name'}
      maxLength={field === 'country' ? 2 : 200}
      value={draft.values[field]}
      onChange={({ currentTarget }) => change({ ...draft.values, [field]: currentTarget.value })}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('network:addOrganisation')}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save.mutate();
        }}
      >
        <Stack gap="sm">
          {text('name', t('network:organisation'))}
          <NativeSelect
            label={t('network:kind')}
            value={kind}
            data={KINDS.map((value) => ({ value, label: t(`network:kinds.${value}`) }))}
            onChange={({ currentTarget }) => change({ ...draft.values, kind: currentTarget.value })}
          />
          {text('country', t('network:country'), t('network:countryHelp'))}
          {text('sites', t('network:sites'), t('network:sitesHelp'))}
          {(save.data ?? []).map((why) => (
            <p key={why} role="alert">
              {why}
            </p>
          ))}
          {save.error === null ? null : <ProblemNote error={save.error} />}
          <Button type="submit" loading={save.isPending}>
            {t('network:keep')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
