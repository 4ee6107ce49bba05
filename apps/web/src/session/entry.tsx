import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu, SchemeButton } from '../frame/top-bar-buttons';
import styles from './entry.module.css';

/** Pages before somebody is signed in: the name, the language, and one thing to do. */
export function Entry({
  title,
  wide,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('common');
  return (
    <div className={styles.entry}>
      <header className={styles.bar}>
        <a href="/">
          <img src="/favicon.svg" alt="" />
          Lotse
        </a>
        <LanguageMenu />
        <SchemeButton />
      </header>
      <main className={`${styles.box} ${wide === true ? styles.wide : ''}`} aria-label={t('frame.content')}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
