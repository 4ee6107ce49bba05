import { Input, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { auditPage, type AuditFilters } from '../../api/oversight';
import { useProgramme } from '../../frame/programme';
import { addDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { useFilters, type Filters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { AuditPages } from './audit-pages';
import styles from './oversight.module.css';

/** Filters of the address as the API takes them: days become the instants at which they begin. */
const askedOf = (
  { who, action, outcome, subject, from, to }: Filters,
  programme: string | undefined,
): AuditFilters => ({
  ...(who === undefined ? {} : { who }),
  ...(action === undefined ? {} : { action }),
  ...(outcome === 'done' || outcome === 'refused' ? { outcome } : {}),
  ...(subject === undefined ? {} : { subject }),
  ...(from === undefined ? {} : { from: `${from}T00:00:00Z` }),
  ...(to === undefined ? {} : { to: `${addDays(to, 1)}T00:00:00Z` }),
  ...(programme === undefined ? {} : { programme }),
});

/** Who did, saw or tried what, the youngest first: ids and codes, no values. */
export function Page() {
  const { t } = useTranslation('oversight');
  const me = useMe();
  const programme = useProgramme();
  const [filters, filter] = useFilters();
  // Those who hold a programme see the audit of that one alone.
  const asked = askedOf(filters, me.roles.includes('auditor') ? programme?.id : undefined);
  const text = (name: 'who' | 'action' | 'subject', label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => filter({ [name]: currentTarget.value })}
    />
  );
  const day = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="date"
      label={label}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => filter({ [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <PageHead title={t('auditTitle')} />
      <div className={styles.choices}>
        {text('who', t('who'), 'demo-coordinator')}
        {text('subject', t('subject'), 'person/p01')}
        {text('action', t('action'), 'journey.read')}
        <Input
          component="select"
          aria-label={t('outcome')}
          value={filters.outcome ?? ''}
          onChange={({ currentTarget }) => filter({ outcome: currentTarget.value })}
        >
          <option value="">{t('outcomes.all')}</option>
          <option value="done">{t('outcomes.done')}</option>
          <option value="refused">{t('outcomes.refused')}</option>
        </Input>
        {day('from', t('from'))}
        {day('to', t('to'))}
      </div>
      <AuditPages
        of={asked}
        load={(cursor) => auditPage(asked, cursor)}
        label={t('auditTitle')}
        empty={{ title: t('auditEmpty'), text: t('auditEmptyHelp') }}
      />
    </>
  );
}
