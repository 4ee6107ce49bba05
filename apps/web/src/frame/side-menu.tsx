import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PageEntry } from '../app/page-entry';
import { inboxCountQuery } from '../pages/inbox/inbox-queries';
import { useMe } from '../session/session';
import { Icon } from '../shared/icon';
import styles from './frame.module.css';
import { menuFor } from './menu';

/** On a phone a bar has room for so many. */
const ON_PHONE = 4;

function Item({ page }: { readonly page: PageEntry }) {
  const { t } = useTranslation('common');
  const me = useMe();
  const counts = page.id === 'inbox' && me.actions.has('inbox.read');
  const { data: count } = useQuery({ ...inboxCountQuery(me), enabled: counts });
  return (
    <Link to={page.path} className={styles.item} activeOptions={{ exact: false }}>
      {page.icon === undefined ? null : <Icon name={page.icon} />}
      {t(`nav.${page.id}`)}
      {counts && count !== undefined && count > 0 ? (
        <span className={styles.count}>{count >= 200 ? '200+' : count}</span>
      ) : null}
    </Link>
  );
}

/** The menu of the role: at the side, and on a phone at the bottom. */
export function SideMenu() {
  const { t } = useTranslation('common');
  const pages = menuFor(useMe());
  return (
    <>
      <nav className={styles.side} aria-label={t('frame.menu')}>
        <Link to="/" className={styles.brand}>
          <img src="/favicon.svg" alt="" />
          Lotse
        </Link>
        {pages.map((page) => (
          <Item key={page.id} page={page} />
        ))}
      </nav>
      <nav className={styles.bottom} aria-label={t('frame.menu')}>
        {pages.slice(0, ON_PHONE).map((page) => (
          <Item key={page.id} page={page} />
        ))}
      </nav>
    </>
  );
}
