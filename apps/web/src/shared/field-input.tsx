import { Checkbox, Group, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/words';
import type { Choice, FieldSchema } from './command-schema';

interface Props {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly value: unknown;
  readonly required: boolean;
  readonly error?: string | undefined;
  /** What an id may name here. */
  readonly choices?: readonly Choice[] | undefined;
  readonly onChange: (value: unknown) => void;
}

/** So many codes stand open beside each other; more go into a list. */
const OPEN = 5;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** One field of a command, as its schema asks for it, under the name of the reader's language. */
export function FieldInput({ name, schema, value, required, error, choices, onChange }: Props) {
  const { t } = useTranslation('common');
  const word = useWords();
  const label = required ? word('fields', name) : `${word('fields', name)} (${t('form.optional')})`;
  const common = { label, error, required, withAsterisk: false };
  if (choices !== undefined)
    return (
      <Select
        {...common}
        data={choices.map(({ value: id, label: text }) => ({ value: id, label: text }))}
        value={textOf(value) === '' ? null : textOf(value)}
        placeholder={t('form.choose')}
        searchable={choices.length > 8}
        onChange={onChange}
      />
    );
  if (schema.enum !== undefined && schema.enum.length <= OPEN)
    return (
      <Radio.Group {...common} value={textOf(value)} onChange={onChange}>
        <Group gap="md" mt={4}>
          {schema.enum.map((code) => (
            <Radio key={code} value={code} label={word('codes', code)} />
          ))}
        </Group>
      </Radio.Group>
    );
  if (schema.enum !== undefined)
    return (
      <Select
        {...common}
        data={schema.enum.map((code) => ({ value: code, label: word('codes', code) }))}
        value={textOf(value) === '' ? null : textOf(value)}
        placeholder={t('form.choose')}
        onChange={onChange}
      />
    );
  if (schema.type === 'boolean')
    return (
      <Radio.Group
        {...common}
        value={typeof value === 'boolean' ? String(value) : ''}
        onChange={(text) => onChange(text === 'true')}
      >
        <Group gap="md" mt={4}>
          <Radio value="true" label={t('form.yes')} />
          <Radio value="false" label={t('form.no')} />
        </Group>
      </Radio.Group>
    );
  if (schema.type === 'number')
    return (
      <NumberInput
        {...common}
        value={typeof value === 'number' ? value : ''}
        min={schema.minimum ?? 0}
        max={schema.maximum ?? Number.MAX_SAFE_INTEGER}
        step={schema.multipleOf ?? 1}
        onChange={(given) => onChange(typeof given === 'number' ? given : undefined)}
      />
    );
  if (schema.type === 'array' && schema.items?.enum !== undefined)
    return (
      <Checkbox.Group {...common} value={listOf(value)} onChange={onChange}>
        <Group gap="md" mt={4}>
          {schema.items.enum.map((code) => (
            <Checkbox key={code} value={code} label={word('codes', code)} />
          ))}
        </Group>
      </Checkbox.Group>
    );
  if (schema.type === 'array')
    return (
      <TextInput
        {...common}
        description={t('form.list')}
        value={listOf(value).join(', ')}
        onChange={({ currentTarget }) => onChange(currentTarget.value.split(',').map((item) => item.trim()))}
      />
    );
  if (schema.link === 'text')
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        value={textOf(value)}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  const type =
    schema.format === 'date' ? 'date' : schema.pattern?.includes('0[1-9]|1[0-2]') === true ? 'month' : 'text';
  return (
    <TextInput
      {...common}
      type={type}
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
