import { Button, Checkbox, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import type { Template } from './setup-queries';

type TextVersion = Template['texts'][number];

const PURPOSES = ['participation', 'company-sharing', 'partner-country', 'talent-pool', 'publicity'] as const;

interface Props {
  readonly legend: string;
  readonly kind: 'text' | 'consent';
  readonly texts: readonly TextVersion[];
  readonly onChange: (texts: readonly TextVersion[]) => void;
}

/** Versions of a text with the days on which they may be used: a new wording is a new version, and the old one gets a last day. */
export function TextVersions({ legend, kind, texts, onChange }: Props) {
  const { t } = useTranslation('setup');
  const put = (index: number, next: TextVersion | undefined): void =>
    onChange(texts.flatMap((one, at) => (at === index ? (next ?? []) : one)));
  const fresh: TextVersion = {
    version: '',
    from: todayHere(),
    ...(kind === 'text' ? { withdrawalRightShown: true, noPenaltyClause: true } : {}),
  };
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        {texts.map((text, index) => (
          <OneText
            key={String(index)}
            text={text}
            kind={kind}
            onChange={(next) => put(index, next)}
            onRemove={() => put(index, undefined)}
          />
        ))}
        <Button variant="default" onClick={() => onChange([...texts, fresh])}>
          {t('addText')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

function OneText({
  text,
  kind,
  onChange,
  onRemove,
}: {
  readonly text: TextVersion;
  readonly kind: Props['kind'];
  readonly onChange: (text: TextVersion) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('setup');
  const word = useWords();
  const { to: _to, ...open } = text;
  const { purpose: _purpose, ...general } = text;
  return (
    <Group align="end" gap="sm">
      <TextInput
        label={t('version')}
        value={text.version}
        onChange={({ currentTarget }) => onChange({ ...text, version: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('from')}
        value={text.from}
        onChange={({ currentTarget }) => onChange({ ...text, from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('to')}
        value={text.to ?? ''}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? open : { ...text, to: currentTarget.value })
        }
      />
      {kind === 'consent' ? (
        <NativeSelect
          label={word('fields', 'purpose')}
          value={text.purpose ?? 'participation'}
          data={PURPOSES.map((value) => ({ value, label: word('codes', value) }))}
          onChange={({ currentTarget }) => {
            const purpose = PURPOSES.find((one) => one === currentTarget.value);
            onChange(purpose === undefined || purpose === 'participation' ? general : { ...text, purpose });
          }}
        />
      ) : (
        <>
          <Checkbox
            label={t('withdrawalRightShown')}
            checked={text.withdrawalRightShown === true}
            onChange={({ currentTarget }) =>
              onChange({ ...text, withdrawalRightShown: currentTarget.checked })
            }
          />
          <Checkbox
            label={t('noPenaltyClause')}
            checked={text.noPenaltyClause === true}
            onChange={({ currentTarget }) => onChange({ ...text, noPenaltyClause: currentTarget.checked })}
          />
        </>
      )}
      <Button variant="subtle" aria-label={t('takeAway', { what: text.version })} onClick={onRemove}>
        {t('removeText')}
      </Button>
    </Group>
  );
}
