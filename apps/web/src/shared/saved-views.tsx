import { Button, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/session';
import { useFilters, type Filters } from './filters';

interface View {
  readonly name: string;
  readonly filters: Filters;
}

const read = (key: string): readonly View[] => {
  const saved: readonly View[] = JSON.parse(localStorage.getItem(key) ?? '[]');
  return saved;
};
const same = (one: Filters, other: Filters): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name]);

/** Filters and columns of a page under a name of one's own, kept in this browser; the address holds them too, so a link shares them. */
export function SavedViews({ page }: { readonly page: string }) {
  const { t } = useTranslation(['people', 'common']);
  const { account } = useMe();
  const [filters, choose] = useFilters();
  const key = `lotse.views/${page}/${account}`;
  const [saved, setSaved] = useState(() => read(key));
  const [name, setName] = useState<string>();
  const present = saved.find((one) => same(one.filters, filters));
  const cleared = Object.fromEntries(Object.keys(filters).map((filter) => [filter, undefined]));
  const keep = (next: readonly View[]): void => {
    localStorage.setItem(key, JSON.stringify(next));
    setSaved(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name === undefined) return;
    keep([...saved.filter((one) => one.name !== name), { name, filters }]);
    setName(undefined);
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default">{present?.name ?? t('people:views')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.map((one) => (
            <Menu.Item key={one.name} onClick={() => choose({ ...cleared, ...one.filters })}>
              {one.name}
            </Menu.Item>
          ))}
          {saved.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item
            disabled={Object.keys(filters).length === 0}
            onClick={() => setName(present?.name ?? '')}
          >
            {t('people:keepView')}
          </Menu.Item>
          {present === undefined ? null : (
            <Menu.Item onClick={() => keep(saved.filter((one) => one !== present))}>
              {t('people:forgetView', { name: present.name })}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => choose(cleared)}>{t('people:clear')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {name === undefined ? null : (
        <Modal
          opened
          onClose={() => setName(undefined)}
          title={t('people:keepView')}
          closeButtonProps={{ 'aria-label': t('common:act.close') }}
        >
          <form onSubmit={submit}>
            <Stack>
              <TextInput
                label={t('people:viewName')}
                description={t('people:viewHelp')}
                required
                withAsterisk={false}
                data-autofocus
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
              <Button type="submit">{t('people:keep')}</Button>
            </Stack>
          </form>
        </Modal>
      )}
    </>
  );
}
