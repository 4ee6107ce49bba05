import { ActionIcon, Fieldset, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/icon';
import styles from './setup.module.css';

interface Props {
  readonly legend: string;
  readonly addLabel: string;
  readonly chosen: readonly string[];
  /** What may be added, beside what is chosen. */
  readonly all: readonly string[];
  readonly nameOf: (code: string) => string;
  readonly onChange: (chosen: string[]) => void;
}

/** What is chosen, each to be taken away, and a list to add from. */
export function PickList({ legend, addLabel, chosen, all, nameOf, onChange }: Props) {
  const { t } = useTranslation('setup');
  const [search, find] = useState('');
  const more = all
    .filter((code) => !chosen.includes(code))
    .map((code) => ({ value: code, label: nameOf(code) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <Fieldset legend={legend}>
      <ul className={styles.picked}>
        {chosen.map((code) => (
          <li key={code} title={code}>
            {nameOf(code)}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('takeAway', { what: nameOf(code) })}
              onClick={() => onChange(chosen.filter((one) => one !== code))}
            >
              <Icon name="close" size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Select
        aria-label={addLabel}
        placeholder={addLabel}
        searchable
        searchValue={search}
        onSearchChange={find}
        value={null}
        data={more}
        onChange={(code) => {
          if (code === null) return;
          find('');
          onChange([...chosen, code]);
        }}
      />
    </Fieldset>
  );
}
