import { useTranslation } from 'react-i18next';
import type { Grant } from '../../api/accounts';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { directoryQuery, useOrganisationName } from '../../shared/directory';
import { useQuery } from '@tanstack/react-query';
import styles from './accounts.module.css';

/** A grant in words: the role, what it is held for, and until when. */
export function useGrantText(): (grant: Grant) => string {
  const { t } = useTranslation('accounts');
  const word = useWords();
  const days = useDays();
  const organisation = useOrganisationName();
  const { data } = useQuery(directoryQuery);
  const programme = (id: string): string => data?.programmes.find((one) => one.id === id)?.name ?? id;
  return (grant) => {
    const about = [
      ...(grant.organisation === undefined ? [] : [organisation(grant.organisation)]),
      ...(grant.person === undefined ? [] : [grant.person]),
      ...(grant.reference === undefined ? [] : [grant.reference]),
      ...(grant.programme === undefined ? [] : [programme(grant.programme)]),
      ...(grant.duties?.includes('complaints') === true ? [t('complaints')] : []),
      ...(grant.from === undefined ? [] : [t('fromDay', { day: days.day(grant.from) })]),
      ...(grant.to === undefined ? [] : [t('toDay', { day: days.day(grant.to) })]),
    ];
    const everywhere = about.length === 0 ? [t('everywhere')] : about;
    return `${word('roles', grant.role)} · ${everywhere.join(' · ')}`;
  };
}

/** What an account holds, a line each. */
export function GrantList({ grants }: { readonly grants: readonly Grant[] }) {
  const { t } = useTranslation('accounts');
  const text = useGrantText();
  if (grants.length === 0) return <span className="soft">{t('noGrants')}</span>;
  return (
    <ul className={styles.grants}>
      {grants.map((grant) => (
        <li key={grant.id ?? text(grant)}>{text(grant)}</li>
      ))}
    </ul>
  );
}
