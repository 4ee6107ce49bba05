import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const LANGUAGES = ['de', 'en'] as const;
type StageName = Readonly<Record<(typeof LANGUAGES)[number], string>>;

interface Props {
  readonly name: StageName;
  readonly onChange: (name: StageName) => void;
}

/** The name of a stage in the languages that a template has. */
export function StageNameFields({ name, onChange }: Props) {
  const { t } = useTranslation('setup');
  return (
    <Group grow>
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          label={t(`name.${language}`)}
          required
          withAsterisk={false}
          value={name[language]}
          onChange={({ currentTarget }) => onChange({ ...name, [language]: currentTarget.value })}
        />
      ))}
    </Group>
  );
}
