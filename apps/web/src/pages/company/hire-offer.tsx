import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { hourlyEur, useEuro, yearlyEur } from './pay';
import type { Contract } from './placements';
import styles from './company.module.css';

/** What the company offers, and how far that has come. */
export function HireOffer({ contract }: { readonly contract: Contract | undefined }) {
  const { t } = useTranslation('company');
  return (
    <section className={styles.panel} aria-labelledby="offer">
      <h2 id="offer">{t('offer')}</h2>
      {contract === undefined ? <p className="soft">{t('noOffer')}</p> : <Terms contract={contract} />}
    </section>
  );
}

function Terms({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('company');
  const word = useWords();
  const days = useDays();
  const euro = useEuro();
  const { offered, signatures } = contract;
  const dayOf = (day: string | undefined): string => (day === undefined ? t('notYet') : days.day(day));
  const rows: readonly (readonly [string, string])[] = [
    [word('fields', 'monthlyGrossEur'), euro(contract.monthlyGrossEur)],
    [word('fields', 'fixedExtrasEur'), euro(contract.fixedExtrasEur ?? 0)],
    [t('yearly'), euro(yearlyEur(contract))],
    [t('hourly'), euro(hourlyEur(contract))],
    [word('fields', 'hoursPerWeek'), String(contract.hoursPerWeek)],
    [word('fields', 'startsOn'), days.day(contract.startsOn)],
    [t('prepared'), days.day(contract.amendedOn ?? contract.preparedOn)],
    [t('offered'), dayOf(offered?.on)],
    [word('fields', 'validUntil'), dayOf(offered?.validUntil)],
    [t('signedBy', { who: word('roles', 'company') }), dayOf(signatures.company)],
    [t('signedBy', { who: word('roles', 'candidate') }), dayOf(signatures.candidate)],
  ];
  return (
    <dl>
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd className="number">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
