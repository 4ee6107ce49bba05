import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/icon';

/** What can be done with a stage beside changing it. */
export interface StageActs {
  readonly onAdd: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

interface Props extends StageActs {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A stage behind this one, its place in the order, and its end. */
export function StageMenu({ name, isFirst, isLast, onAdd, onMove, onRemove }: Props) {
  const { t } = useTranslation('setup');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('moreOf', { stage: name })}>
          <Icon name="more" size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onAdd}>{t('addBehind', { stage: name })}</Menu.Item>
        <Menu.Item disabled={isFirst} onClick={() => onMove(-1)}>
          {t('moveUp')}
        </Menu.Item>
        <Menu.Item disabled={isLast} onClick={() => onMove(1)}>
          {t('moveDown')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" disabled={isFirst && isLast} onClick={onRemove}>
          {t('removeStage', { stage: name })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
