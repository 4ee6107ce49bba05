import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journeyQuery } from '../../api/journey';
import { useWords } from '../../i18n/words';
import { Icon } from '../../shared/icon';
import { movesOf } from './moves';

interface Props {
  readonly journey: string;
  readonly name: string;
  readonly onMove: (to: string) => void;
}

/** The same as dragging, by keyboard: every stage that comes next, with how much is missing. */
export function MoveMenu({ journey, name, onMove }: Props) {
  const { t } = useTranslation('board');
  const word = useWords();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({ ...journeyQuery(journey), enabled: opened });
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('moveOf', { name })}>
          <Icon name="more" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('moveTo')}</Menu.Label>
        {(data === undefined ? [] : movesOf(data)).map(({ about, unmet }) => (
          <Menu.Item key={about} onClick={() => onMove(about)}>
            {word('stages', about)}
            {unmet.length > 0 ? ` – ${t('missingCount', { count: unmet.length })}` : ''}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
