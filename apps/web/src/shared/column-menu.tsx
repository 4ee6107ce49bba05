import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Columns that may be taken away. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly isShown: (id: string) => boolean;
  readonly onToggle: (id: string) => void;
}

/** Which columns stand in a table. */
export function ColumnMenu({ columns, isShown, onToggle }: Props) {
  const { t } = useTranslation('common');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default">{t('table.columns')}</Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {columns.map(({ id, title }) => (
          <Menu.CheckboxItem key={id} checked={isShown(id)} onChange={() => onToggle(id)}>
            {title}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
