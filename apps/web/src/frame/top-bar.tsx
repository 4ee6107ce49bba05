import { ActionIcon } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon';
import styles from './frame.module.css';
import { ProgrammeSwitch } from './programme-switch';
import { LanguageMenu, SchemeButton } from './top-bar-buttons';

const AccountMenu = lazy(() => import('./account-menu'));

/** Search, programme, language, look and account. */
export function TopBar({ onFind, onHelp }: { readonly onFind: () => void; readonly onHelp: () => void }) {
  const { t } = useTranslation('common');
  return (
    <header className={styles.top}>
      <button type="button" className={styles.find} onClick={onFind} aria-label={t('frame.find')}>
        <Icon name="search" size={16} />
        <span>{t('frame.find')}</span>
        <kbd>{t('frame.findKey')}</kbd>
      </button>
      <ProgrammeSwitch />
      <LanguageMenu />
      <SchemeButton />
      <Suspense fallback={<ActionIcon variant="subtle" size="lg" disabled aria-label={t('frame.account')} />}>
        <AccountMenu onHelp={onHelp} />
      </Suspense>
    </header>
  );
}
