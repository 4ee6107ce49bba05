import { Checkbox, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { spanOf, durationOf } from './duration';
import type { Template } from './setup-queries';
import styles from './setup.module.css';
import { TextVersions } from './text-versions';

const SIGNERS = ['university', 'company', 'candidate'] as const;
const JUDGES = ['mentor', 'company', 'candidate'] as const;

/** Numbers of the whole template with what they may be. */
const NUMBERS = [
  ['scorecards', 0, 10],
  ['adultAge', 14, 30],
  ['fullTimeHours', 20, 60],
] as const;

interface Props {
  readonly template: Template;
  readonly onChange: (template: Template) => void;
}

/** What holds for the whole of a template beside its stages, to be changed. */
export function GeneralForm({ template, onChange }: Props) {
  const { t } = useTranslation('setup');
  const word = useWords();
  const back = spanOf(template.backdating);
  const parties = (field: 'agreementParties' | 'evaluationParties', all: readonly string[]) => (
    <Checkbox.Group
      label={t(`fields.${field}`)}
      value={[...template[field]]}
      onChange={(chosen) => onChange({ ...template, [field]: all.filter((role) => chosen.includes(role)) })}
    >
      <Group gap="md" mt={4}>
        {all.map((role) => (
          <Checkbox key={role} value={role} label={word('roles', role)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
  return (
    <Stack maw="48rem">
      <TextInput
        label={t('fields.title')}
        value={template.title}
        onChange={({ currentTarget }) => onChange({ ...template, title: currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }} className={styles.numbers}>
        {NUMBERS.map(([field, min, max]) => (
          <NumberInput
            key={field}
            label={t(`fields.${field}`)}
            min={min}
            max={max}
            allowDecimal={false}
            value={template[field]}
            onChange={(value) =>
              typeof value === 'number' ? onChange({ ...template, [field]: value }) : undefined
            }
          />
        ))}
        {back?.unit === 'D' ? (
          <NumberInput
            label={t('backdatingDays')}
            min={1}
            max={3_650}
            allowDecimal={false}
            value={back.count}
            onChange={(count) =>
              typeof count === 'number'
                ? onChange({ ...template, backdating: durationOf({ count, unit: 'D' }) })
                : undefined
            }
          />
        ) : null}
      </SimpleGrid>
      {parties('agreementParties', SIGNERS)}
      {parties('evaluationParties', JUDGES)}
      <TextVersions
        legend={t('fields.texts')}
        texts={template.texts}
        kind="text"
        onChange={(texts) => onChange({ ...template, texts: [...texts] })}
      />
      <TextVersions
        legend={t('fields.consents')}
        texts={template.consents}
        kind="consent"
        onChange={(consents) => onChange({ ...template, consents: [...consents] })}
      />
    </Stack>
  );
}
