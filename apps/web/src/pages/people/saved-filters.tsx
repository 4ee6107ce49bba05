import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import type { Filters } from '../../shared/filters';

type Saved = readonly { readonly name: string; readonly filters: Filters }[];

const read = (key: string): Saved => {
  const saved: Saved = JSON.parse(localStorage.getItem(key) ?? '[]');
  return saved;
};

/** Filters under a name of one's own, kept in this browser; the address holds them too, so a link shares them. */
export function SavedFilters({
  filters,
  onChoose,
}: {
  readonly filters: Filters;
  readonly onChoose: (filters: Filters) => void;
}) {
  const { t } = useTranslation('people');
  const { account } = useMe();
  const key = `lotse.filters/${account}`;
  const [saved, setSaved] = useState(() => read(key));
  const keep = (next: Saved): void => {
    localStorage.setItem(key, JSON.stringify(next));
    setSaved(next);
  };
  const name = Object.values(filters).join(' · ');
  const cleared = Object.fromEntries(Object.keys(filters).map((filter) => [filter, undefined]));
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default">{t('saved')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {saved.map((one) => (
          <Menu.Item key={one.name} onClick={() => onChoose({ ...cleared, ...one.filters })}>
            {one.name}
          </Menu.Item>
        ))}
        <Menu.Item
          disabled={name === ''}
          onClick={() => keep([...saved.filter((one) => one.name !== name), { name, filters }])}
        >
          {t('save', { name })}
        </Menu.Item>
        <Menu.Item onClick={() => onChoose(cleared)}>{t('clear')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
