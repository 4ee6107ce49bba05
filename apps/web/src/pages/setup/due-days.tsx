import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import type { SimulatedRow } from './setup-queries';
import styles from './setup.module.css';

interface Props {
  readonly row: SimulatedRow;
  readonly name: string;
  readonly onClose: () => void;
}

/** Every due day of one journey before and after, those that stay too. */
export function DueDays({ row: { clocks = [] }, name, onClose }: Props) {
  const { t } = useTranslation(['setup', 'common']);
  const word = useWords();
  const days = useDays();
  const day = (on: string | null = null): string => (on === null ? '–' : days.day(on));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('setup:dueDaysOf', { name })}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <table className={`${styles.table} ${styles.narrow}`}>
        <thead>
          <tr>
            <th>{t('setup:clock')}</th>
            <th>{t('setup:dueBefore')}</th>
            <th>{t('setup:dueAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map(({ clock, before, after }) => (
            <tr key={`${clock}/${before ?? ''}/${after ?? ''}`}>
              <th scope="row">{word('clocks', clock.split('.')[0] ?? clock)}</th>
              <td>{day(before)}</td>
              <td>{before === after ? day(after) : <strong>{day(after)}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
