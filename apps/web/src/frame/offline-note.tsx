import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon';
import { useOutbox } from '../live/outbox';
import styles from './frame.module.css';

/** Says what is kept while there is no network, and what waits to be sent. */
export function OfflineNote() {
  const { t } = useTranslation('common');
  const { online, waiting } = useOutbox();
  if (online && waiting === 0) return null;
  return (
    <div className={styles.offline} role="status">
      <Icon name="offline" size={16} />
      {online ? null : t('offline.now')} {waiting > 0 ? t('offline.waiting', { count: waiting }) : null}
    </div>
  );
}
